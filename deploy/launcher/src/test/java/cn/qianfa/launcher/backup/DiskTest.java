package cn.qianfa.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
    @TempDir
    Path directory;

    @Test
    void copiesEveryByteOfFilesWithStretchesOfNothing() throws IOException {
        for (var size : List.of(0, 1, 65_536, 65_537, 300_000)) {
            for (var at : List.of(0, 100, 65_535, 65_536, 299_999)) {
                var bytes = new byte[size];
                if (at < size) {
                    bytes[at] = 1;
                }
                var from = Files.write(directory.resolve(size + "-" + at), bytes);
                var to = directory.resolve("copies").resolve(size + "-" + at);

                Disk.copy(from, to);

                assertThat(to).as("%d bytes, one at %d", size, at).hasSameBinaryContentAs(from);
            }
        }
    }

    @Test
    void leavesLocksOut() throws IOException {
        Files.createFile(directory.resolve("store.mv"));
        Files.createFile(directory.resolve("store.lock"));

        assertThat(Disk.files(directory)).containsExactly(directory.resolve("store.mv"));
    }
}
