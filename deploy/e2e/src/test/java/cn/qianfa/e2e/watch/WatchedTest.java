package cn.qianfa.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What can be told of the files without any program. */
class WatchedTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Set<String> GRAFANAS_OWN = Set.of("stat", "timeseries");

    @Nested
    class EveryRule {
        @Test
        void saysInChineseFirstWhatItIsAndWhatToDo() {
            assertThat(Watched.rules()).isNotEmpty().allSatisfy(rule -> {
                var said = rule.path("annotations");
                assertThat(said.path("summary").asString()).containsPattern(CHINESE);
                assertThat(said.path("action").asString()).containsPattern(CHINESE);
                assertThat(said.path("summary_en").asString()).isNotBlank().doesNotContainPattern(CHINESE);
                assertThat(said.path("action_en").asString()).isNotBlank().doesNotContainPattern(CHINESE);
                assertThat(rule.path("labels").path("severity").asString()).isIn("critical", "warning");
            });
        }

        @Test
        void leadsToItsPlaceInTheRunbook() {
            var readme = Watched.text(Watched.PROMETHEUS.resolve("README.md"));

            assertThat(Watched.rules()).allSatisfy(rule -> {
                var name = rule.path("alert").asString();
                assertThat(rule.path("annotations").path("runbook").asString())
                        .isEqualTo("deploy/prometheus/README.md#" + name.toLowerCase(Locale.ROOT));
                assertThat(readme).contains("\n### " + name + "\n");
                assertThat(readme)
                        .containsPattern("### " + name + "\n\n"
                                + rule.path("labels").path("severity").asString() + " · ");
            });
        }

        @Test
        void isTestedBothWays() {
            var tests = Watched.text(Watched.PROMETHEUS.resolve("rules_test.yml"));

            assertThat(Watched.rules())
                    .allSatisfy(rule -> assertThat(tests)
                            .contains("alertname=\"" + rule.path("alert").asString()
                                    + "\", alertstate=\"firing\", severity"));
        }
    }

    @Nested
    class EveryDashboard {
        static Iterable<String> dashboards() {
            return Watched.DASHBOARDS;
        }

        @ParameterizedTest
        @MethodSource("dashboards")
        void needsNothingThatGrafanaDoesNotBring(String name) {
            var dashboard = Watched.dashboard(name);

            assertThat(dashboard.path("uid").asString()).isEqualTo("qianfa-" + name);
            assertThat(dashboard.path("title").asString()).startsWith("签发 · ");
            assertThat(dashboard.path("panels").valueStream().toList())
                    .isNotEmpty()
                    .allSatisfy(panel -> {
                        assertThat(panel.path("type").asString()).isIn(GRAFANAS_OWN);
                        assertThat(panel.path("title").asString()).containsPattern(CHINESE);
                        assertThat(panel.path("description").asString()).isNotBlank();
                        assertThat(panel.path("datasource").path("uid").asString())
                                .isEqualTo("prometheus");
                        assertThat(panel.path("targets").valueStream().toList())
                                .isNotEmpty()
                                .allSatisfy(
                                        target -> assertThat(target.path("expr").asString())
                                                .isNotBlank()
                                                .doesNotContain("$"));
                    });
        }

        @ParameterizedTest
        @MethodSource("dashboards")
        void hasEachPanelOnAPlaceOfItsOwn(String name) {
            var taken = new HashSet<String>();
            var numbers = new HashSet<Integer>();

            Watched.dashboard(name).path("panels").valueStream().forEach(panel -> {
                assertThat(numbers.add(panel.path("id").asInt())).isTrue();
                takes(panel.path("gridPos"), taken);
            });
        }

        private static void takes(JsonNode place, Set<String> taken) {
            for (var x = 0; x < place.path("w").asInt(); x++) {
                for (var y = 0; y < place.path("h").asInt(); y++) {
                    var column = place.path("x").asInt() + x;
                    assertThat(column).isLessThan(24);
                    assertThat(taken.add(column + "," + (place.path("y").asInt() + y)))
                            .isTrue();
                }
            }
        }
    }
}
