package cn.qianfa.embedded.broker;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code broker.port} in the run directory: there exactly while the broker answers. */
record PortFile(Path path) {
    static PortFile in(Path runDirectory) {
        return new PortFile(runDirectory.resolve("broker.port"));
    }

    void write(int port) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var half = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(half, port + "\n");
        Files.move(half, path, ATOMIC_MOVE);
    }

    void remove() throws IOException {
        Files.deleteIfExists(path);
    }
}
