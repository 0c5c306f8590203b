package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.tools.ToolProvider;

/** A service as it was built before a type of event was invented: its jars, with one list of one class compiled anew. */
final class OlderBuild {
    private static final Path LIST = Path.of("cn/qianfa/contracts/event/Topic.java");
    private static final String CONTRACTS = "contracts-";

    private OlderBuild() {}

    /**
     * @param jar what the service is started from, with its libraries beside it
     * @param type the class of the event that build has never heard of
     * @return the jar to start the older build from
     */
    static Path of(Path jar, String type, Path root, Path directory) throws IOException {
        var older = Files.createTempDirectory(directory, "older");
        Files.copy(jar, older.resolve(jar.getFileName()));
        var libraries = Files.createDirectory(older.resolve("lib"));
        try (var files = Files.list(jar.resolveSibling("lib"))) {
            for (var library : files.toList()) {
                Files.copy(library, libraries.resolve(library.getFileName()));
            }
        }
        forget(type, root, contracts(libraries), older);
        return older.resolve(jar.getFileName());
    }

    private static Path contracts(Path libraries) throws IOException {
        try (var files = Files.list(libraries)) {
            return files.filter(file -> file.getFileName().toString().startsWith(CONTRACTS))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void forget(String type, Path root, Path contracts, Path directory) throws IOException {
        var now = Files.readString(root.resolve("contracts/src/main/java").resolve(LIST));
        var before = now.replaceAll("\\b" + type + "\\.class,\\s*", "");
        assertThat(before).isNotEqualTo(now);
        var source = directory.resolve("Topic.java");
        Files.writeString(source, before, UTF_8);
        var classes = Files.createDirectory(directory.resolve("classes"));
        var arguments = List.of(
                "-nowarn", "-proc:none", "-cp", contracts.toString(), "-d", classes.toString(), source.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try (var jar = FileSystems.newFileSystem(contracts);
                var compiled = Files.walk(classes)) {
            for (var one : compiled.filter(Files::isRegularFile).toList()) {
                var place = jar.getPath(classes.relativize(one).toString());
                Files.copy(one, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
