package cn.qianfa.e2e.may;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.e2e.SharedTown;
import cn.qianfa.e2e.Town;
import cn.qianfa.e2e.contract.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation, asked for by every role from everywhere, does what {@code who-may.md} says, and nothing else. */
@ExtendWith(SharedTown.class)
class WhoMayIT {
    private static final Path FILE = Path.of("src/test/resources/who-may.md");
    private static final Path SEEN = Path.of("target/who-may.md");
    /** After them others could not be asked any more. */
    private static final List<String> LAST = List.of("closeAccount", "signOut");

    private static final Table TOLD = Table.read(FILE);
    private static final Table FOUND = new Table();
    private static final List<String> UNASKED = new ArrayList<>();
    private static final List<String> DEAF = new ArrayList<>();

    @BeforeAll
    static void askForEverything(Town town) throws IOException {
        var begun = System.nanoTime();
        var bureau = Bureau.open(town);
        var opened = System.nanoTime();
        try (var forger = new Forger(town)) {
            var visitor = new Visitor(town, bureau, forger);
            for (var asked : Asked.all().stream()
                    .sorted(Comparator.comparingInt(one -> LAST.indexOf(one.id())))
                    .toList()) {
                Optional.ofNullable(Visit.of(asked.id()))
                        .ifPresentOrElse(
                                how -> {
                                    visitor.visit(asked, how, FOUND);
                                    if (isPastTheGateway(asked, how)
                                            && !forger.takesAGoodOne(asked, how, bureau.parameters())) {
                                        DEAF.add(asked.toString());
                                    }
                                },
                                () -> UNASKED.add(asked.toString()));
            }
        }
        Files.createDirectories(SEEN.getParent());
        Files.writeString(SEEN, FOUND.written());
        System.out.printf(
                "Who may what: %d answers, %s; made in %.1f s, asked in %.1f s%n",
                FOUND.cells().size(), SEEN, (opened - begun) / 1e9, (System.nanoTime() - opened) / 1e9);
    }

    private static boolean isPastTheGateway(Asked asked, Visit how) {
        return !how.isOpen()
                && !asked.service().equals("gateway")
                && asked.method().equals("GET")
                && !asked.id().equals("streamAlerts");
    }

    @Test
    void everyOperationIsInTheTable() {
        assertThat(UNASKED)
                .as("operations nobody said how to ask for (expected: one line each in Visit, by their operationId)")
                .isEmpty();
        var missing = FOUND.operations().stream()
                .filter(operation -> !TOLD.operations().contains(operation))
                .toList();
        assertThat(missing)
                .as(
                        "operations without a row (expected: these rows in %s, once somebody has judged each cell):%n%s",
                        FILE, missing.stream().map(FOUND::written).collect(joining("\n")))
                .isEmpty();
    }

    @Test
    void everyRowIsOfAnOperationThereIs() {
        assertThat(TOLD.operations()).isSubsetOf(FOUND.operations());
    }

    @Test
    @Tag("article-3")
    @Tag("article-5")
    @Tag("article-7")
    void everybodyMayWhatTheTableSaysAndNothingElse() {
        var different = FOUND.cells().entrySet().stream()
                .filter(cell -> TOLD.operations().contains(cell.getKey().operation()))
                .filter(cell -> !cell.getValue().equals(TOLD.cells().get(cell.getKey())))
                .map(cell -> "%s: %s (expected: %s)"
                        .formatted(cell.getKey(), cell.getValue(), TOLD.cells().get(cell.getKey())))
                .toList();

        assertThat(different)
                .as("what is not as %s says:%n%s", FILE, String.join("\n", different))
                .isEmpty();
    }

    @Test
    void aServiceTakesATokenThatIsAsItShouldBe() {
        assertThat(DEAF).as("else refusing the forged ones would prove nothing").isEmpty();
    }
}
