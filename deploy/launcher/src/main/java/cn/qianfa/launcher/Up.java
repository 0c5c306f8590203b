package cn.qianfa.launcher;

import cn.qianfa.launcher.build.Build;
import cn.qianfa.launcher.build.Layout;
import cn.qianfa.launcher.demo.Demo;
import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.home.HomeLock;
import cn.qianfa.launcher.home.Installation;
import cn.qianfa.launcher.home.Secrets;
import cn.qianfa.launcher.part.Door;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.part.PortChoice;
import cn.qianfa.launcher.part.Ports;
import cn.qianfa.launcher.process.ProcessRecords;
import cn.qianfa.launcher.process.Stop;
import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Voice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts what is not running and returns when everything is ready; what it started before a failure it stops again. */
final class Up {
    private final Settings settings;
    private final Build build;
    private final Voice voice;
    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    Up(Settings settings, Build build, Voice voice) {
        this.settings = settings;
        this.build = build;
        this.voice = voice;
    }

    /** @param demo whether it is to be filled with what there is to see */
    int run(boolean demo) throws InterruptedException {
        var home = Home.open(settings.home());
        try (var _ = HomeLock.take(home)) {
            home.mustNotBeHalf();
            var secrets = new Secrets(home);
            var records = new ProcessRecords(home.run());
            if (demo && secrets.beginDemo()) {
                stopThePatient(records);
            }
            var missing = EnumSet.noneOf(Part.class);
            settings.parts().stream()
                    .filter(part -> records.alive(part).isEmpty())
                    .forEach(missing::add);
            var layout = new Layout(build, java);
            if (!missing.isEmpty()) {
                check(home, missing);
                layout.prepare(missing);
            }
            start(home, layout, records, missing);
            if (missing.isEmpty()) {
                voice.say("up.already");
            }
            tellOlderBuilds(records);
            welcome(home);
            if (demo) {
                new Demo(secrets, voice).show(Ports.read(home.run()).url(Part.GATEWAY));
            }
            return 0;
        }
    }

    /** In a demonstration alerts are passed on sooner, which monitoring learns when it starts. */
    private void stopThePatient(ProcessRecords records) throws InterruptedException {
        var monitoring = records.alive(Part.MONITORING);
        if (monitoring.isPresent() && !settings.hasEscalation()) {
            voice.say("down.stopping", Part.MONITORING.label());
            Stop.all(List.of(monitoring.get().life()), settings.stop());
            records.remove(Part.MONITORING);
        }
    }

    private void tellOlderBuilds(ProcessRecords records) {
        var older = settings.parts().stream()
                .filter(part -> Files.exists(build.jar(part)))
                .filter(part -> records.alive(part)
                        .filter(record -> !record.build().equals(build.stamp(part)))
                        .isPresent())
                .map(Part::label)
                .toList();
        if (!older.isEmpty()) {
            voice.say("up.older", String.join(" ", older));
        }
    }

    private void check(Home home, Set<Part> missing) {
        home.mustHaveFree(settings.freeBytes());
        if (settings.kafka().isEmpty() && settings.mongo().isEmpty()) {
            Installation.check(home);
        }
        build.mustBeWhole(missing);
    }

    private void start(Home home, Layout layout, ProcessRecords records, Set<Part> missing)
            throws InterruptedException {
        var started = new Started(records, settings.stop());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(home, started), "interrupted"));
        try {
            if (!attempt(home, layout, records, missing, started, true)) {
                attempt(home, layout, records, missing, started, false);
            }
            started.keep();
        } finally {
            undo(home, started);
        }
    }

    /** @return false if a port chosen here was taken by somebody else meanwhile, and it may be tried again */
    private boolean attempt(
            Home home, Layout layout, ProcessRecords records, Set<Part> missing, Started started, boolean first)
            throws InterruptedException {
        var ports = PortChoice.choose(settings.ports(), told(home, records, missing), missing);
        ports.write(home.run());
        var commands = new Commands(java, settings, home, layout, ports);
        var start = new Start(settings, home, build, commands, records, started, voice);
        try {
            start.all(missing);
            return true;
        } catch (Start.Died e) {
            if (first && lostItsPort(e.part(), ports)) {
                started.undoForAnotherTry();
                voice.say("up.again", e.part().label());
                return false;
            }
            throw new Refused("up.died", e.part().label(), e.why());
        }
    }

    /** The ports running parts have been told, of themselves and of those that are to be started again. */
    private Ports told(Home home, ProcessRecords records, Set<Part> missing) {
        return missing.containsAll(settings.parts()) ? new Ports(Map.of()) : Ports.read(home.run());
    }

    private boolean lostItsPort(Part part, Ports ports) {
        return Door.of(Set.of(part)).stream()
                .anyMatch(door -> settings.ports().getOrDefault(door, 0) == 0 && !PortChoice.isFree(ports.of(door)));
    }

    private void interrupt(Home home, Started started) {
        try {
            if (started.isEmpty()) {
                return;
            }
            voice.say("up.interrupted");
            undo(home, started);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void undo(Home home, Started started) throws InterruptedException {
        started.undo();
        if (settings.parts().stream().allMatch(part -> isStopped(home, part))) {
            Ports.remove(home.run());
        }
    }

    private static boolean isStopped(Home home, Part part) {
        return new ProcessRecords(home.run()).alive(part).isEmpty();
    }

    private void welcome(Home home) {
        var secrets = new Secrets(home);
        voice.say("up.ready", Ports.read(home.run()).url(Part.GATEWAY));
        var password = secrets.adminPassword();
        if (secrets.tellAdminPassword()) {
            voice.say("up.password", password, secrets.adminPasswordFile());
        } else {
            voice.say("up.sign-in", secrets.adminPasswordFile());
        }
        voice.say("up.next", home.logs());
    }
}
