package cn.qianfa.e2e.checks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** deploy/SECURITY-CHECKS.md says of each of the forty checks which tests hold it, or why it is left. */
class SecurityChecksTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int CHECKS = 40;
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern TEST = Pattern.compile("`([a-z][\\w.]*\\.[A-Z]\\w+)`");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"check-(\\d\\d)\"\\)");
    private static final Pattern SOURCES = Pattern.compile(".*/src/test/java/cn/qianfa/(.+)\\.java");
    private static final Pattern LEFT = Pattern.compile("(?s).*\\bleft, because \\S.{10,}");

    /**
     * One line of the table.
     *
     * @param said which tests, or why it is left
     */
    private record Row(int number, String check, String said) {
        TreeSet<String> tests() {
            return TEST.matcher(said).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
        }
    }

    private static List<Row> table() throws IOException {
        return ROW.matcher(Files.readString(ROOT.resolve("deploy/SECURITY-CHECKS.md")))
                .results()
                .map(row -> new Row(Integer.parseInt(row.group(1)), row.group(2), row.group(3)))
                .toList();
    }

    /** Of each check the test classes that bear its tag, by their names below {@code cn.qianfa}. */
    private static Map<Integer, TreeSet<String>> tagged() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> SOURCES.matcher(file.toString()).matches())
                    .flatMap(SecurityChecksTest::tags)
                    .collect(groupingBy(
                            Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
        }
    }

    private static Stream<Map.Entry<Integer, String>> tags(Path file) {
        try {
            var name = SOURCES.matcher(file.toString()).replaceFirst("$1").replace('/', '.');
            return TAG
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> Map.entry(Integer.parseInt(found.group(1)), name))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyCheckIsListedOnce() throws IOException {
        assertThat(table().stream().map(Row::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CHECKS).boxed().toList());
    }

    @Test
    void everyCheckNamesExactlyTheTestsThatBearItsTag() throws IOException {
        var tagged = tagged();

        assertThat(table())
                .allSatisfy(row -> assertThat(row.tests())
                        .as("check-%02d in deploy/SECURITY-CHECKS.md", row.number())
                        .isEqualTo(tagged.getOrDefault(row.number(), new TreeSet<>())));
    }

    @Test
    void everyCheckWithoutATestSaysWhyItIsLeft() throws IOException {
        assertThat(table())
                .filteredOn(row -> row.tests().isEmpty())
                .allSatisfy(row ->
                        assertThat(row.said()).as("check %d", row.number()).matches(LEFT));
    }
}
