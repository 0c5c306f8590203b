package cn.qianfa.faults.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Each bug must be caught by the rules that are there for it, and by these alone. */
public final class PlantedBugs {
    private PlantedBugs() {}

    /** @param directory for the spoilt copies */
    public static Stream<DynamicTest> each(Path evidence, Path directory) {
        return Arrays.stream(Planted.values())
                .map(bug -> DynamicTest.dynamicTest(
                        bug.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        () -> isCaught(bug, evidence, directory.resolve(bug.name()))));
    }

    private static void isCaught(Planted bug, Path evidence, Path directory) throws IOException {
        var spoilt = Spoilt.copyOf(evidence);
        bug.into(spoilt);
        spoilt.write(directory);

        var broken = Checker.judge(directory).stream()
                .filter(verdict -> !verdict.holds())
                .toList();

        assertThat(broken.stream().map(Verdict::rule))
                .as(broken.toString())
                .containsExactlyInAnyOrderElementsOf(bug.rules());
        assertThat(broken)
                .allSatisfy(verdict -> assertThat(verdict.offences())
                        .isNotEmpty()
                        .allMatch(offence -> offence.matches("[^:]+\\.jsonl:\\d+: .+")));
    }
}
