package cn.qianfa.launcher.build;

import static cn.qianfa.launcher.speech.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.launcher.part.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir
    Path root;

    @Test
    void isWholeWithAllItsLibraries() throws IOException {
        var build = new Build(root, "1");
        var jar = write(build.jar(Part.STORE), "lib/one.jar", "text");
        write(jar.resolveSibling("lib/one.jar"), "", "library");

        build.mustBeWhole(Set.of(Part.STORE));
    }

    @Test
    void isRefusedWithoutOneOfItsJars() throws IOException {
        var build = new Build(root, "1");

        assertRefused(() -> build.mustBeWhole(Set.of(Part.STORE)), "embedded-1.jar is missing", "package");

        write(build.jar(Part.STORE), "lib/one.jar", "text");
        assertRefused(() -> build.mustBeWhole(Set.of(Part.STORE)), "lib/one.jar is missing");
    }

    @Test
    void isRefusedWithAJarThatWasCutOff() throws IOException {
        var build = new Build(root, "1");
        var jar = write(build.jar(Part.RULES), "", "text");
        var bytes = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(bytes, bytes.length - 30));

        assertRefused(() -> build.mustBeWhole(Set.of(Part.RULES)), "content-rules-service-1.jar is not whole");

        Files.write(jar, new byte[0]);
        assertRefused(() -> build.mustBeWhole(Set.of(Part.RULES)), "content-rules-service-1.jar is not whole");
    }

    @Test
    void isToldFromAnotherByItsContentsWhateverItsTime() throws IOException {
        var build = new Build(root, "1");
        var jar = write(build.jar(Part.RULES), "", "one");
        var time = Files.getLastModifiedTime(jar);
        var one = build.stamp(Part.RULES);

        Files.setLastModifiedTime(write(jar, "", "two"), time);

        assertThat(build.stamp(Part.RULES)).isNotEqualTo(one);
        write(jar, "", "one");
        assertThat(build.stamp(Part.RULES)).isEqualTo(one);
    }

    private static Path write(Path jar, String classPath, String text) throws IOException {
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("text"));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
