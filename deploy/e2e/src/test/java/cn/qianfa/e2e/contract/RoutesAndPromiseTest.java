package cn.qianfa.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is promised is there, and what is there is promised. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesAndPromiseTest {
    private static final List<String> SERVICES = List.of("gateway", "approval", "content-rules", "monitoring");

    private final Map<String, Set<String>> routes = SERVICES.stream()
            .collect(Collectors.toMap(Function.identity(), Controllers::routes, (one, _) -> one, TreeMap::new));
    private final List<Operation> operations = Document.served().operations();
    private final PassingOn table = PassingOn.built();

    @Test
    void everyRouteIsPromisedAndNothingElse() {
        var there = routes.values().stream().flatMap(Set::stream);

        assertThat(operations.stream().map(Operation::toString).map(Controllers::nameless))
                .containsExactlyInAnyOrderElementsOf(there.toList());
    }

    @Test
    void theControllersWereFound() {
        assertThat(routes.get("gateway"))
                .contains("GET /api/v1/session", "GET /internal/jwks.json", "GET /sign-in.css");
        assertThat(routes.get("approval")).contains("POST /api/v1/drafts/{}/sign-offs", "GET /site/{}/posts/{}");
        assertThat(routes.get("monitoring")).contains("PUT /api/v1/units/{}/roster", "GET /api/v1/alerts/stream");
    }

    @Test
    void whatIsPassedOnReachesTheServiceThatAnswersIt() {
        for (var operation : operations) {
            var route = Controllers.nameless(operation.toString());
            if (routes.getOrDefault("gateway", Set.of()).contains(route)) {
                continue;
            }
            var row = table.row(operation.method(), asked(operation));
            assertThat(row).as("%s is passed on", operation).isPresent();
            assertThat(routes.get(row.orElseThrow().service()))
                    .as("%s is passed on to a service that has it", operation)
                    .contains(route);
        }
    }

    @Test
    @Tag("check-01")
    void whatNeedsNoSessionIsSaidToNeedNone() {
        for (var operation : operations) {
            table.row(operation.method(), asked(operation)).ifPresent(row -> {
                var open = operation.security().filter(one -> one.isEmpty()).isPresent();

                assertThat(open).as("%s needs no session", operation).isEqualTo(row.open());
            });
        }
    }

    private static String asked(Operation operation) {
        return Arrays.stream(operation.path().split("/", -1))
                .map(segment -> segment.startsWith("{") ? "x" : segment)
                .collect(Collectors.joining("/"));
    }

    @Test
    void aRowOfTheTableTakesWhatTheGatewayWouldTake() {
        var below = new PassingOn.Row("*", "/a/**", "one", false);
        var exact = new PassingOn.Row("GET", "/a/{b}/c", "two", false);

        assertThat(Stream.of("/a", "/a/b", "/a/b/c")).allMatch(path -> below.takes("PUT", path));
        assertThat(Stream.of("/", "/ab", "/b/a")).noneMatch(path -> below.takes("PUT", path));
        assertThat(exact.takes("GET", "/a/x/c")).isTrue();
        assertThat(exact.takes("POST", "/a/x/c")).isFalse();
        assertThat(Stream.of("/a/x", "/a/x/d", "/a/x/c/d")).noneMatch(path -> exact.takes("GET", path));
    }
}
