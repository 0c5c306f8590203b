package cn.qianfa.launcher.backup;

import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Sentence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;

/** The one file of a back-up: a zip of everything, and behind it the manifest with each file's size and SHA-256. */
public record Archive(Path file) {
    /**
     * Packs what was copied, for this user's eyes as everything the launcher writes. The file has another name until it is whole and on disk, and never takes another's place.
     *
     * @param copied the directories of a data directory, complete and at rest
     * @throws Refused if there is such a file by now
     */
    public Manifest write(Path copied, Instant at, String installation, LongConsumer progress) throws IOException {
        var half = copied.resolve("archive");
        Manifest manifest;
        try (var zip = new ZipOutputStream(Files.newOutputStream(half))) {
            zip.setLevel(Deflater.BEST_SPEED);
            manifest = new Manifest(Manifest.FORMAT, at, installation, pack(copied, zip, new Sums(progress)));
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.write());
            zip.closeEntry();
        }
        Disk.sync(half);
        name(half);
        Disk.sync(file.toAbsolutePath().resolveSibling(""));
        return manifest;
    }

    private static List<Manifest.Content> pack(Path copied, ZipOutputStream zip, Sums sums) throws IOException {
        List<Manifest.Content> files = new ArrayList<>();
        for (var part : Manifest.PARTS) {
            for (var one : Disk.files(copied.resolve(part))) {
                var name = copied.relativize(one).toString();
                zip.putNextEntry(new ZipEntry(name));
                try (var bytes = Files.newInputStream(one)) {
                    files.add(sums.copy(name, bytes, zip));
                }
                zip.closeEntry();
            }
        }
        return files;
    }

    /** A rename would take the place of a file that came meanwhile; a second name does not. */
    private void name(Path half) throws IOException {
        try {
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException _) {
            throw new Refused("backup.exists", file);
        } catch (UnsupportedOperationException | IOException _) { // a stick from the office knows no second names
            if (Files.exists(file)) {
                throw new Refused("backup.exists", file);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What it says it holds; nothing is verified yet. */
    public Manifest manifest() {
        try (var zip = new ZipFile(file.toFile())) {
            return manifest(zip);
        } catch (IOException e) {
            throw new Refused("restore.damaged", file, why(e));
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new Refused("restore.damaged", file, Sentence.of("archive.no-manifest"));
        }
        try (var bytes = zip.getInputStream(entry)) {
            var manifest = Manifest.read(bytes.readAllBytes());
            if (manifest.format() != Manifest.FORMAT) {
                throw new Refused("restore.format", file, manifest.format(), Manifest.FORMAT);
            }
            return manifest;
        } catch (JacksonException e) {
            throw new Refused("restore.damaged", file, Sentence.of("archive.no-manifest"));
        }
    }

    /** @throws Refused unless every byte is what the manifest says, and nothing else is in it */
    public void verify(LongConsumer progress) {
        read(_ -> OutputStream.nullOutputStream(), progress);
    }

    /** Takes everything out below a directory, and verifies it once more while it does. */
    public void unpack(Path directory, LongConsumer progress) throws IOException {
        for (var part : Manifest.PARTS) {
            Files.createDirectories(directory.resolve(part));
        }
        read(
                name -> {
                    var to = directory.resolve(name);
                    Files.createDirectories(to.getParent());
                    return Files.newOutputStream(to);
                },
                progress);
        for (var one : Disk.files(directory)) {
            Disk.sync(one);
        }
    }

    /** Where the bytes of one file go. */
    private interface Place {
        OutputStream open(String name) throws IOException;
    }

    private void read(Place place, LongConsumer progress) {
        var sums = new Sums(progress);
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip);
            mustHoldJust(manifest, zip);
            for (var expected : manifest.files()) {
                var entry = zip.getEntry(expected.file());
                try (var bytes = zip.getInputStream(entry);
                        var to = place.open(expected.file())) {
                    if (!sums.copy(expected.file(), bytes, to).equals(expected)) {
                        throw new Refused("restore.damaged", file, Sentence.of("archive.other", expected.file()));
                    }
                }
            }
        } catch (IOException e) {
            throw new Refused("restore.damaged", file, why(e));
        }
    }

    private void mustHoldJust(Manifest manifest, ZipFile zip) {
        var there = new HashSet<String>();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !name.equals(Manifest.NAME))
                .forEach(there::add);
        for (var expected : manifest.files()) {
            if (!there.remove(expected.file()) || !expected.isInside()) {
                throw new Refused("restore.damaged", file, Sentence.of("archive.other", expected.file()));
            }
        }
        if (!there.isEmpty()) {
            throw new Refused(
                    "restore.damaged",
                    file,
                    Sentence.of("archive.other", there.iterator().next()));
        }
    }

    /** A library's sentence about bytes is of no use to an operator; one about the disk is. */
    private static Object why(IOException e) {
        return e instanceof ZipException ? Sentence.of("archive.cut") : e.toString();
    }
}
