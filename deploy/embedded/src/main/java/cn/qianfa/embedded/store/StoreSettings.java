package cn.qianfa.embedded.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * @param port where to listen on 127.0.0.1, 0 for any free port
 * @param directory where the file lies; made if it is not there
 * @param runDirectory where {@code store.port} is written once the store listens
 */
public record StoreSettings(int port, Path directory, Optional<Path> runDirectory) {

    private static final int HIGHEST_PORT = 65_535;

    public StoreSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to " + HIGHEST_PORT + ")");
        }
    }

    /** On any free port, as tests want it. */
    public static StoreSettings in(Path directory) {
        return new StoreSettings(0, directory, Optional.empty());
    }
}
