package cn.qianfa.launcher;

import cn.qianfa.launcher.build.Build;
import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.part.Observer;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.part.PartState.Gone;
import cn.qianfa.launcher.part.PartState.NotReady;
import cn.qianfa.launcher.part.PartState.Ready;
import cn.qianfa.launcher.part.PartState.Stopped;
import cn.qianfa.launcher.process.Detached;
import cn.qianfa.launcher.process.Life;
import cn.qianfa.launcher.process.ProcessRecord;
import cn.qianfa.launcher.process.ProcessRecords;
import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Sentence;
import cn.qianfa.launcher.speech.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** One attempt to bring the missing parts up: store and broker, then the services, each wave until it is ready. */
final class Start {
    /** A part ended while it was waited for. */
    static final class Died extends RuntimeException {
        private final transient Part part;
        private final transient Sentence why;

        private Died(Part part, Sentence why) {
            super(part.label());
            this.part = part;
            this.why = why;
        }

        Part part() {
            return part;
        }

        Sentence why() {
            return why;
        }
    }

    private static final Duration TELL = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration ASK = Duration.ofSeconds(1); // a service logs every question it must answer with no

    private final Settings settings;
    private final Home home;
    private final Build build;
    private final Commands commands;
    private final ProcessRecords records;
    private final Started started;
    private final Voice voice;
    private final Observer observer;
    private final InstantSource clock = InstantSource.system();

    Start(
            Settings settings,
            Home home,
            Build build,
            Commands commands,
            ProcessRecords records,
            Started started,
            Voice voice) {
        this.settings = settings;
        this.home = home;
        this.build = build;
        this.commands = commands;
        this.records = records;
        this.started = started;
        this.voice = voice;
        this.observer = new Observer(home);
    }

    void all(Set<Part> missing) throws InterruptedException {
        var services = EnumSet.copyOf(Part.services());
        var ground = EnumSet.complementOf(services);
        ground.retainAll(settings.parts());
        wave(ground, missing, LOOK);
        wave(services, missing, ASK);
    }

    private void wave(Set<Part> parts, Set<Part> missing, Duration pause) throws InterruptedException {
        var starting = parts.stream().filter(missing::contains).toList();
        if (!starting.isEmpty()) {
            voice.say("up.starting", starting.stream().map(Part::label).collect(Collectors.joining(" ")));
        }
        starting.forEach(part -> started.add(part, () -> begin(part)));
        awaitReady(parts, missing, pause);
    }

    private Life begin(Part part) {
        var log = observer.log(part);
        log.rotate(settings.logBytes(), settings.logAge(), clock);
        var from = log.size();
        try {
            Files.deleteIfExists(Observer.portFile(home.run(), part));
            var life = Detached.start(commands.line(part), commands.environment(part), home.root(), log.path());
            records.write(part, new ProcessRecord(life, clock.instant(), build.stamp(part), from));
            return life;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Set<Part> parts, Set<Part> missing, Duration pause) throws InterruptedException {
        var waiting = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        var begun = System.nanoTime();
        var told = begun;
        while (true) {
            waiting.removeIf(part -> isReady(part, missing.contains(part), begun));
            if (waiting.isEmpty()) {
                return;
            }
            var now = System.nanoTime();
            if (now - begun > settings.start().toNanos()) {
                throw late(waiting.iterator().next());
            }
            if (now - told > TELL.toNanos()) {
                told = now;
                voice.say("up.waiting", labels(waiting), seconds(begun));
            }
            Thread.sleep(pause);
        }
    }

    private boolean isReady(Part part, boolean news, long begun) {
        return switch (observer.observe(part)) {
            case Ready _ -> {
                if (news) {
                    voice.say("up.part", part.label(), seconds(begun));
                }
                yield true;
            }
            case NotReady _ -> false;
            case Gone gone -> throw ended(part, gone.why());
            case Stopped() -> throw ended(part, Sentence.of("state.changing"));
        };
    }

    /** Whether it ended by itself or because an interruption is stopping everything. */
    private RuntimeException ended(Part part, Sentence why) {
        return started.isUndone() ? new Started.Undone() : new Died(part, why);
    }

    private Refused late(Part part) {
        var why = observer.observe(part) instanceof NotReady slow ? slow.why() : Sentence.of("state.changing");
        return new Refused(
                "up.late",
                part.label(),
                settings.start().toSeconds(),
                why,
                observer.log(part).path());
    }

    private static String labels(Set<Part> parts) {
        return parts.stream().map(Part::label).collect(Collectors.joining(" "));
    }

    private static String seconds(long begun) {
        return String.format("%.1f", (System.nanoTime() - begun) / 1e9);
    }
}
