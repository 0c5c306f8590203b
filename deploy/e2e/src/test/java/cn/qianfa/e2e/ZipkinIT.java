package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One trace from a browser's request through the broker to the alert, as the real Zipkin shows it. */
@ExtendWith(SharedTown.class)
class ZipkinIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]*)\"");
    private static final String HOSTILE = "你们这些骗子，我一把火烧了你们办公楼。";
    private static final Set<String> FIELDS =
            Set.of("traceId", "parentId", "id", "kind", "name", "timestamp", "duration", "localEndpoint", "shared");

    private final Town town;

    ZipkinIT(Town town) {
        this.town = town;
    }

    /** What a browser that traces sends along. */
    private record Origin(String trace, String span) {
        static Origin begun() {
            return new Origin(random(16), random(8));
        }

        private static String random(int length) {
            var bytes = new byte[length];
            ThreadLocalRandom.current().nextBytes(bytes);
            bytes[0] |= 1;
            return HexFormat.of().formatHex(bytes);
        }

        String header() {
            return "00-%s-%s-01".formatted(trace, span);
        }
    }

    @Test
    void showsTheWayOfASubmissionAndOfACommentThroughAllServices() throws Exception {
        var jar = Zipkin.jar();
        try (var zipkin = Zipkin.start(jar, town.traceServer())) {
            var submitted = Origin.begun();
            var page = published(submitted);
            var commented = Origin.begun();
            comment(page, commented);

            var first = spans(zipkin, submitted, "DraftChecked.v1 approval.");
            var second = spans(zipkin, commented, "CaseOpened.v1 monitoring.");

            assertThat(services(first)).contains("gateway", "approval", "content-rules");
            assertThat(services(second)).contains("gateway", "monitoring", "content-rules");
            for (var spans : List.of(first, second)) {
                eachHangsUnderWhatCausedIt(spans);
                noneTellsOfAnybody(spans);
            }
        }
    }

    private String published(Origin origin) {
        var drafter = town.person("drafter.health");
        var draft = drafter.post(
                        "/api/v1/drafts",
                        "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"图书馆周末开放，咨询电话12345。\"}")
                .is(201)
                .header("location");
        drafter.post(draft + "/submission", "{}", "traceparent", origin.header())
                .is(202);
        drafter.soon(draft + "/findings", found -> found.field("checked").equals("CLEAN"));
        var director = town.person("director.health");
        var hash = director.get(draft).is(200).field("contentHash");
        director.post(draft + "/sign-offs", "{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted(hash))
                .is(200);
        var publisher = town.person("publisher.health");
        publisher
                .post(draft + "/publications", "{\"accounts\":[\"site.health\"]}")
                .is(202);
        return publisher
                .soon(
                        "/api/v1/publications?draft=" + draft.substring(draft.lastIndexOf('/') + 1),
                        found ->
                                found.items().path(0).path("state").asString("").equals("PUBLISHED"))
                .items()
                .path(0)
                .path("address")
                .asString();
    }

    private void comment(String page, Origin origin) {
        var form = TICKET.matcher(town.somebody().get(page).is(200).text());
        assertThat(form.find()).isTrue();
        var body = "ticket=%s&key=%s&text=%s"
                .formatted(
                        URLEncoder.encode(form.group(1), UTF_8), UUID.randomUUID(), URLEncoder.encode(HOSTILE, UTF_8));
        town.somebody()
                .send(
                        "POST",
                        page + "/comments",
                        body.getBytes(UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "traceparent",
                        origin.header())
                .is(303);
    }

    /** Those of one trace, as soon as the last of the way is among them. */
    private static List<JsonNode> spans(Zipkin zipkin, Origin origin, String last) {
        return await(last)
                .atMost(LONG)
                .pollInterval(LOOK)
                .until(
                        () -> zipkin.spans(origin.trace()),
                        spans -> spans.stream().anyMatch(one -> name(one).startsWith(last.toLowerCase())));
    }

    private static String name(JsonNode span) {
        return span.path("name").asString("");
    }

    private static List<String> services(List<JsonNode> spans) {
        return spans.stream()
                .map(span -> span.path("localEndpoint").path("serviceName").asString())
                .toList();
    }

    private static void eachHangsUnderWhatCausedIt(List<JsonNode> spans) {
        var byId = spans.stream().collect(toMap(span -> span.path("id").asString(), Function.identity(), (a, _) -> a));
        var drawn = spans.stream().map(JsonNode::toString).collect(joining("\n"));

        assertThat(kinds(spans, "CONSUMER")).as(drawn).isNotEmpty().allSatisfy(span -> {
            var above = parent(byId, span);
            assertThat(above.path("kind").asString("")).as(drawn).isEqualTo("PRODUCER");
            assertThat(name(span)).startsWith(name(above) + ' ');
        });
        assertThat(kinds(spans, "PRODUCER"))
                .as(drawn)
                .isNotEmpty()
                .allSatisfy(span -> assertThat(parent(byId, span).path("kind").asString(""))
                        .as(drawn)
                        .isIn("SERVER", "CONSUMER"));
        assertThat(kinds(spans, "SERVER"))
                .as(drawn)
                .hasSize(2)
                .anySatisfy(span -> assertThat(parent(byId, span)
                                .path("localEndpoint")
                                .path("serviceName")
                                .asString(""))
                        .isEqualTo("gateway"));
    }

    private static List<JsonNode> kinds(List<JsonNode> spans, String kind) {
        return spans.stream()
                .filter(span -> span.path("kind").asString("").equals(kind))
                .toList();
    }

    private static JsonNode parent(Map<String, JsonNode> byId, JsonNode span) {
        var parent = span.path("parentId").asString("");
        return byId.getOrDefault(parent, tools.jackson.databind.node.MissingNode.getInstance());
    }

    /** Nothing but what was done, where and when: no tag at all, and in a name only routes, types and consumers. */
    private static void noneTellsOfAnybody(List<JsonNode> spans) {
        assertThat(spans).allSatisfy(span -> {
            assertThat(FIELDS).containsAll(span.propertyNames());
            assertThat(name(span)).matches("(get|post|put|delete) [a-z/{}0-9*.-]+|[a-z]+\\.v\\d+( [a-z.-]+)?");
        });
    }
}
