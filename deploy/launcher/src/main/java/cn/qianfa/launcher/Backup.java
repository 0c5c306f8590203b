package cn.qianfa.launcher;

import static java.time.ZoneOffset.UTC;

import cn.qianfa.launcher.backup.Archive;
import cn.qianfa.launcher.backup.Copy;
import cn.qianfa.launcher.backup.Progress;
import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.home.HomeLock;
import cn.qianfa.launcher.home.Installation;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.process.Life;
import cn.qianfa.launcher.process.Pause;
import cn.qianfa.launcher.process.ProcessRecords;
import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes everything of an installation into one file, while it runs.
 *
 * <p>Store and log change together, and a copy of the one from a moment after the other is what a restored back-up must not
 * be. So every process stands still while the files are copied, and goes on before they are packed.
 */
final class Backup {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'qianfa-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(UTC);

    private final Settings settings;
    private final Voice voice;
    private final InstantSource clock = InstantSource.system();

    Backup(Settings settings, Voice voice) {
        this.settings = settings;
        this.voice = voice;
    }

    /** @param wanted the file to write, or the directory to write one in */
    int run(Path wanted) throws InterruptedException {
        settings.mustBeEmbedded();
        if (!Files.isDirectory(settings.home())) {
            throw new Refused("backup.nothing", settings.home());
        }
        var home = Home.open(settings.home());
        try (var _ = HomeLock.take(home)) {
            home.mustNotBeHalf();
            var installation = Installation.find(home).orElseThrow(() -> new Refused("backup.nothing", home.root()));
            var file = file(wanted.toAbsolutePath().normalize());
            write(home, new Archive(file), installation);
            return 0;
        } catch (IOException e) {
            throw new Refused("backup.failed", e);
        }
    }

    private Path file(Path wanted) {
        var file = Files.isDirectory(wanted) ? wanted.resolve(NAME.format(clock.instant())) : wanted;
        if (Files.exists(file)) {
            throw new Refused("backup.exists", file);
        }
        var directory = file.resolveSibling("");
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new Refused("backup.no-directory", directory);
        }
        return file;
    }

    private void write(Home home, Archive archive, String installation) throws IOException, InterruptedException {
        var half = archive.file().resolveSibling(".qianfa-" + installation + ".part");
        try (var copy = Copy.into(half)) { // takes away what a back-up that was killed has left
            var bytes = copy.mustFit(home.root());
            voice.say("backup.copying", home.root(), Progress.mebibytes(bytes));
            var at = copied(home, copy);
            var progress = new Progress(voice, "backup.packing", copy.bytes());
            var manifest = archive.write(half, at, installation, progress);
            manifest.byPart().forEach((part, size) -> voice.say("backup.part", part, Progress.mebibytes(size)));
            voice.say(
                    "backup.done",
                    archive.file(),
                    Progress.mebibytes(Files.size(archive.file())),
                    manifest.files().size());
        }
    }

    private Instant copied(Home home, Copy copy) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var lives = inOrder(home);
        Instant at;
        try (var _ = Pause.of(lives)) {
            at = clock.instant();
            copy.take(home.root());
        }
        if (!lives.isEmpty()) {
            voice.say("backup.paused", String.format("%.2f", (System.nanoTime() - begun) / 1e9));
        }
        return at;
    }

    /** Those first who ask others for something. */
    private static List<Life> inOrder(Home home) {
        var records = new ProcessRecords(home.run());
        List<Part> parts = new ArrayList<>(Part.services());
        parts.addAll(List.of(Part.BROKER, Part.STORE));
        return parts.stream()
                .flatMap(part -> records.alive(part).stream())
                .map(record -> record.life())
                .toList();
    }
}
