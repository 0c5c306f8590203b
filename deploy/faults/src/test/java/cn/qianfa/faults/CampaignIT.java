package cn.qianfa.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.qianfa.faults.checker.Checker;
import cn.qianfa.faults.checker.PlantedBugs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** One campaign, judged; then judged again with one bug planted in its evidence, bug by bug. */
class CampaignIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    /** Evidence gathered before, to be judged again. */
    private static final String BEFORE = System.getProperty("qianfa.faults.evidence", "");

    private static final Path EVIDENCE =
            Path.of(BEFORE.isEmpty() ? "target/evidence" : BEFORE).toAbsolutePath();
    private static final boolean LONG = Boolean.getBoolean("qianfa.long");
    private static final int ROUNDS = LONG ? 200 : 10;
    private static final long DAY = 24L * 60 * 60 * 1_000;

    private static String said = "";

    @BeforeAll
    static void killsAllTheWhile(@TempDir Path directory) throws Exception {
        var seed =
                Long.getLong("qianfa.faults.seed", RandomGenerator.getDefault().nextLong(1_000_000));
        if (BEFORE.isEmpty()) {
            new Campaign(ROOT, ROUNDS, seed, LONG, EVIDENCE, System.out::println).run(directory);
        }
        var told = new ByteArrayOutputStream();
        Checker.check(EVIDENCE, new PrintStream(told, true, StandardCharsets.UTF_8));
        said = told.toString(StandardCharsets.UTF_8);
        System.out.println(said);
    }

    @Test
    void leavesNothingLostNothingDoubledAndNobodyUntold() {
        assertThat(Checker.check(EVIDENCE, System.out)).as(said).isZero();
    }

    @Test
    void setsTheClockOfTheServicesAndOfTheBroker() throws IOException {
        assumeThat(LONG)
                .as("NOT RUN: rounds in which the clock jumps (only with -Plong)")
                .isTrue();
        try (var lines = Files.lines(EVIDENCE.resolve("topics/monitoring.comments.jsonl"))) {
            var times = lines.mapToLong(line -> Long.parseLong(line.replaceFirst(".*?\"timestamp\":(\\d+).*", "$1")))
                    .summaryStatistics();

            assertThat(times.getMax() - times.getMin()).isGreaterThan(DAY / 2);
        }
    }

    @TestFactory
    Stream<DynamicTest> isCaughtIfItWere(@TempDir Path directory) {
        assumeThat(said)
                .as("NOT RUN: planted bugs (something is broken in the evidence itself)")
                .doesNotContain("BROKEN");
        return PlantedBugs.each(EVIDENCE, directory);
    }
}
