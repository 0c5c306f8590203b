package cn.qianfa.e2e.checks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The libraries that are shipped, as they lie in what the build made. */
@Tag("check-39")
class ShippedIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> SERVICES = List.of("gateway", "approval", "content-rules", "monitoring");
    private static final List<String> PROGRAMS = List.of("embedded", "launcher", "receiver");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*|SNAPSHOT)\\.jar");
    private static final Pattern OURS =
            Pattern.compile("(contracts|embedded|launcher|receiver)-0\\.1\\.0-SNAPSHOT\\.jar");

    /** Jackson 2 and 3 are two libraries, in packages of their own: the broker needs the one, everything else the other. */
    private static String library(String name, String version) {
        return name.startsWith("jackson-") ? name + ' ' + version.charAt(0) : name;
    }

    /** File names, of libraries only. */
    private static List<String> libraries() {
        return Stream.concat(
                        SERVICES.stream().flatMap(ShippedIT::inside),
                        PROGRAMS.stream().flatMap(ShippedIT::beside))
                .filter(name -> !OURS.matcher(name).matches())
                .toList();
    }

    private static Stream<String> inside(String service) {
        var jar = ROOT.resolve("%1$s-service/target/%1$s-service-0.1.0-SNAPSHOT.jar".formatted(service));
        try (var opened = new JarFile(jar.toFile())) {
            return opened.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> beside(String program) {
        var directory = ROOT.resolve("deploy/%s/target/lib".formatted(program));
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void areReleasesAndNoneIsASnapshot() {
        assertThat(libraries())
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(name).matches(JAR).doesNotContain("SNAPSHOT"));
    }

    @Test
    void areOfOneVersionWhereverTheyAreShipped() {
        var versions = libraries().stream()
                .map(JAR::matcher)
                .filter(found -> found.matches())
                .collect(groupingBy(
                        found -> library(found.group(1), found.group(2)),
                        TreeMap::new,
                        mapping(found -> found.group(2), toCollection(TreeSet::new))));

        assertThat(versions)
                .allSatisfy((library, one) -> assertThat(one).as(library).hasSize(1));
    }
}
