package cn.qianfa.launcher.backup;

import static cn.qianfa.launcher.speech.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path directory;

    private Path copied = Path.of("/");
    private Archive archive = new Archive(Path.of("/"));

    @BeforeEach
    void copy() throws IOException {
        copied = Files.createDirectory(directory.resolve("copied"));
        put("store/store.mv", "documents");
        put("kafka/approval.drafts-0/0.log", "events");
        put("secrets/demo/drafter.health", "a password");
        archive = new Archive(directory.resolve("back-up.zip"));
    }

    private void put(String file, String text) throws IOException {
        var to = copied.resolve(file);
        Files.createDirectories(to.resolveSibling(""));
        Files.writeString(to, text);
    }

    private Manifest write() throws IOException {
        return archive.write(copied, AT, "an id", _ -> {});
    }

    @Test
    void saysWhenWhoseAndWhatItHolds() throws IOException {
        var manifest = write();

        assertThat(archive.manifest()).isEqualTo(manifest);
        assertThat(manifest.at()).isEqualTo(AT);
        assertThat(manifest.installation()).isEqualTo("an id");
        assertThat(manifest.byPart()).isEqualTo(Map.of("store", 9L, "kafka", 6L, "secrets", 10L));
        assertThat(manifest.files())
                .contains(new Manifest.Content(
                        "store/store.mv", 9, "9b16b44d0e0a5cac4f968befb0b5b5eba913f9ef3dfa1501ed728b6ead72a357"));
    }

    @Test
    void givesBackByteForByteWhatWasPutIn() throws IOException {
        write();

        archive.verify(_ -> {});
        archive.unpack(directory.resolve("taken"), _ -> {});

        assertThat(directory.resolve("taken/store/store.mv")).hasContent("documents");
        assertThat(directory.resolve("taken/kafka/approval.drafts-0/0.log")).hasContent("events");
        assertThat(directory.resolve("taken/secrets/demo/drafter.health")).hasContent("a password");
        assertThat(directory.resolve("taken/media")).isEmptyDirectory();
    }

    @Test
    void neverTakesAnothersPlace() throws IOException {
        Files.writeString(archive.file(), "of yesterday");

        assertRefused(this::write, "exists already", archive.file().toString());

        assertThat(archive.file()).hasContent("of yesterday");
    }

    @Test
    void isNotTakenForWholeWhereItIsCutOff() throws IOException {
        write();
        var whole = Files.readAllBytes(archive.file());

        for (var length : List.of(0, 1, whole.length / 2, whole.length - 1)) {
            Files.write(archive.file(), Arrays.copyOf(whole, length));

            assertRefused(() -> archive.verify(_ -> {}), "is not whole", "cut off or damaged", "no data was touched");
        }
    }

    @Test
    void isNotTakenForWholeWhereOneBitIsOther() throws IOException {
        write();
        var whole = Files.readAllBytes(archive.file());
        var endOfContents = new String(whole, ISO_8859_1).indexOf("manifest.json");

        for (var at = 0; at < endOfContents; at += 7) {
            var other = whole.clone();
            other[at] ^= 4;
            Files.write(archive.file(), other);

            assertThatCode(this::takeOut).as("byte %d", at).satisfiesAnyOf(this::isRefused, this::isAsBefore);
        }
    }

    /** What is stored twice may be other in one place and be right all the same. */
    private void takeOut() throws IOException {
        Disk.remove(directory.resolve("taken"));
        archive.verify(_ -> {});
        archive.unpack(directory.resolve("taken"), _ -> {});
    }

    private void isRefused(Throwable thrown) {
        assertThat(thrown).isInstanceOf(Refused.class);
    }

    private void isAsBefore(Throwable thrown) {
        assertThat(thrown).isNull();
        assertThat(directory.resolve("taken/store/store.mv")).hasContent("documents");
        assertThat(directory.resolve("taken/kafka/approval.drafts-0/0.log")).hasContent("events");
        assertThat(directory.resolve("taken/secrets/demo/drafter.health")).hasContent("a password");
    }

    @Test
    void isRefusedWhereItHoldsMoreThanItSays() throws IOException {
        forge(new Manifest(Manifest.FORMAT, AT, "an id", List.of()), "store/more");

        assertRefused(() -> archive.verify(_ -> {}), "store/more is not as the manifest says");
    }

    @Test
    void isRefusedWhereAFileWouldLieElsewhere() throws IOException {
        for (var name : List.of("../escaped", "store/../../escaped", "/store/escaped", "logs/escaped", "store")) {
            var content =
                    new Manifest.Content(name, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
            forge(new Manifest(Manifest.FORMAT, AT, "an id", List.of(content)), name);

            assertRefused(() -> archive.unpack(directory.resolve("taken"), _ -> {}), name + " is not as");
        }
        assertThat(directory.resolve("escaped")).doesNotExist();
    }

    @Test
    void isRefusedInAnotherFormat() throws IOException {
        forge(new Manifest(2, AT, "an id", List.of()), "store/some");

        assertRefused(() -> archive.verify(_ -> {}), "has format 2 (expected: 1)");
    }

    private void forge(Manifest manifest, String name) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive.file()), UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.write());
            zip.closeEntry();
        }
    }
}
