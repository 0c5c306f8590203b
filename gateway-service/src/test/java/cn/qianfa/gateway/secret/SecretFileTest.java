package cn.qianfa.gateway.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    private Path directory;

    @Test
    void isMadeOnceAndReadByItsOwnerAlone() throws IOException {
        var secrets = directory.resolve("secrets");
        var file = new SecretFile(secrets.resolve("key"));

        assertThat(file.readOrMake(() -> "first".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("first");
        assertThat(file.readOrMake(() -> "second".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("first");

        assertThat(permissions(file.path())).isEqualTo("rw-------");
        assertThat(permissions(secrets)).isEqualTo("rwx------");
        assertThat(secrets).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void isTheSameForAllThatStartAtOnce() throws Exception {
        var file = new SecretFile(directory.resolve("key"));
        var read = new ArrayList<Future<String>>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var instance = 0; instance < 20; instance++) {
                var own = "secret of " + instance;
                read.add(many.submit(() -> new String(file.readOrMake(() -> own.getBytes(UTF_8)), UTF_8)));
            }
        }

        assertThat(read).extracting(Future::resultNow).containsOnly(Files.readString(file.path()));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
