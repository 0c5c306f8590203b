package cn.qianfa.e2e.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build made of the sources, before this module's turn. */
final class Built {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Built() {}

    /** @param service the name of its folder without {@code -service} */
    static Path classes(String service) {
        var classes = ROOT.resolve(service + "-service/target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(
                    "%s: not there (expected: built before, as ./mvnw verify does)".formatted(classes));
        }
        return classes;
    }
}
