package cn.qianfa.launcher;

import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.home.HomeLock;
import cn.qianfa.launcher.part.Observer;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.part.Ports;
import cn.qianfa.launcher.process.Life;
import cn.qianfa.launcher.process.ProcessRecords;
import cn.qianfa.launcher.process.Stop;
import cn.qianfa.launcher.speech.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Stops what {@code up} started and nothing else: first the services, then the broker, then the store. */
final class Down {
    private final Settings settings;
    private final Voice voice;

    Down(Settings settings, Voice voice) {
        this.settings = settings;
        this.voice = voice;
    }

    int run() throws InterruptedException {
        if (!Files.isDirectory(settings.home())) {
            voice.say("down.nothing");
            return 0;
        }
        var home = Home.open(settings.home());
        try (var _ = HomeLock.take(home)) {
            var records = new ProcessRecords(home.run());
            var stopped = stop(home, records, Part.services());
            stopped += stop(home, records, List.of(Part.BROKER));
            stopped += stop(home, records, List.of(Part.STORE));
            Ports.remove(home.run());
            voice.say(stopped == 0 ? "down.nothing" : "down.done");
            return 0;
        }
    }

    private int stop(Home home, ProcessRecords records, Collection<Part> parts) throws InterruptedException {
        Map<Part, Life> lives = new EnumMap<>(Part.class);
        for (var part : parts) {
            records.alive(part).ifPresent(record -> lives.put(part, record.life()));
        }
        if (!lives.isEmpty()) {
            var names =
                    String.join(" ", lives.keySet().stream().map(Part::label).toList());
            voice.say("down.stopping", names);
            if (!Stop.all(lives.values(), settings.stop())) {
                voice.say("down.killed", names, settings.stop().toSeconds());
            }
        }
        parts.forEach(part -> forget(home, records, part));
        return lives.size();
    }

    private static void forget(Home home, ProcessRecords records, Part part) {
        records.remove(part);
        try {
            Files.deleteIfExists(Observer.portFile(home.run(), part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
