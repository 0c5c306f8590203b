package cn.qianfa.launcher;

import cn.qianfa.launcher.backup.Archive;
import cn.qianfa.launcher.backup.Progress;
import cn.qianfa.launcher.backup.Replacement;
import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.home.HomeLock;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.process.ProcessRecords;
import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;

/** Takes a back-up back, whole or not at all: it is verified first, and what was there before is put aside. */
final class Restore {
    private final Settings settings;
    private final Voice voice;
    private final InstantSource clock = InstantSource.system();

    Restore(Settings settings, Voice voice) {
        this.settings = settings;
        this.voice = voice;
    }

    /**
     * @param wanted a back-up, or a directory of which the newest is taken
     * @param aside whether what is there now may be put aside
     */
    int run(Path wanted, boolean aside) throws InterruptedException {
        settings.mustBeEmbedded();
        var archive = new Archive(newest(wanted.toAbsolutePath().normalize()));
        var home = Home.open(settings.home());
        try (var _ = HomeLock.take(home)) {
            mustStandStill(home);
            var replacement = new Replacement(home);
            if (!aside && !replacement.isUnderWay() && replacement.replaces()) {
                throw new Refused("restore.not-empty", home.root(), archive.file());
            }
            take(home, archive, replacement);
            return 0;
        } catch (IOException e) {
            throw new Refused("restore.failed", home.root(), e);
        }
    }

    private static Path newest(Path wanted) {
        if (!Files.isDirectory(wanted)) {
            return wanted;
        }
        try (var files = Files.newDirectoryStream(wanted, "qianfa-*.zip")) {
            Path newest = null;
            for (var file : files) {
                newest = newest == null || file.compareTo(newest) > 0 ? file : newest; // their names sort by time
            }
            if (newest != null) {
                return newest;
            }
        } catch (IOException e) {
            throw new Refused("restore.damaged", wanted, e);
        }
        throw new Refused("restore.none", wanted);
    }

    private static void mustStandStill(Home home) {
        var records = new ProcessRecords(home.run());
        var running = Arrays.stream(Part.values())
                .filter(part -> records.alive(part).isPresent())
                .map(Part::label)
                .toList();
        if (!running.isEmpty()) {
            throw new Refused("restore.running", String.join(" ", running));
        }
    }

    private void take(Home home, Archive archive, Replacement replacement) throws IOException {
        if (!Files.isReadable(archive.file())) {
            throw new Refused("restore.unreadable", archive.file());
        }
        var manifest = archive.manifest();
        home.mustHaveFree(manifest.bytes() + settings.freeBytes());
        voice.say(
                "restore.verifying",
                archive.file(),
                manifest.at(),
                manifest.files().size(),
                Progress.mebibytes(manifest.bytes()));
        archive.verify(new Progress(voice, "restore.verified", manifest.bytes()));
        replacement.begin(archive, new Progress(voice, "restore.unpacking", manifest.bytes()));
        replacement.complete(clock.instant()).stream()
                .sorted(Comparator.naturalOrder())
                .forEach(old -> voice.say("restore.aside", old));
        voice.say("restore.done", home.root(), manifest.at());
    }
}
