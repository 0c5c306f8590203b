package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody tries who knows how the system is built, on the running system. */
@ExtendWith(SharedTown.class)
class AttackerIT {
    private static final List<String> BEHIND_THE_GATEWAY = List.of("approval", "rules", "monitoring");
    private static final String UNSIGNED =
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbmlzdHJhdG9yLmRpc3RyaWN0Iiwicm9sZXMiOlsiQURNSU4iXX0.";

    private final Town town;

    AttackerIT(Town town) {
        this.town = town;
    }

    private Stranger at(String part) throws Exception {
        return new Stranger(town.scripts().port(part));
    }

    @Test
    @Tag("check-07")
    void isNobodyToTheServicesWhateverTheyClaimToBe() throws Exception {
        for (var service : BEHIND_THE_GATEWAY) {
            for (var claim : List.of(
                    "X-User: administrator.district",
                    "X-Forwarded-User: administrator.district",
                    "X-Actor: administrator.district\nX-Roles: ADMIN\nX-Unit: district",
                    "Forwarded: for=127.0.0.1;by=gateway",
                    "Cookie: QIANFA_SESSION="
                            + town.person("administrator.district").secrets().getFirst(),
                    "Authorization: Basic YWRtaW46YWRtaW4=",
                    "Authorization: Bearer " + UNSIGNED)) {
                for (var path : List.of("drafts", "checks", "comments", "operations/" + service + "/parked")) {
                    assertThat(at(service).asks("GET /api/v1/" + path, claim))
                            .as("%s %s: %s", service, path, claim)
                            .startsWith("HTTP/1.1 401 ");
                }
            }
        }
    }

    @Test
    @Tag("check-08")
    void setsNoFieldThatIsNotTheirs() {
        var drafter = town.person("drafter.district");
        for (var field : List.of(
                "\"status\":\"SIGNED\"",
                "\"signedBy\":\"director.district\"",
                "\"unitId\":\"health\"",
                "\"unit\":\"health\"",
                "\"author\":\"leader.district\"",
                "\"_id\":\"1\"",
                "\"version\":9")) {
            drafter.post("/api/v1/drafts", "{\"importance\":\"ORDINARY\",\"text\":\"文\",%s}".formatted(field))
                    .isProblem(422, "invalid");
        }
        town.person("administrator.district")
                .post(
                        "/api/v1/units/district/staff",
                        "{\"id\":\"forged\",\"name\":\"文\",\"roles\":[\"DRAFTER\"],\"unit\":\"health\"}")
                .isProblem(422, "invalid");
    }

    @Test
    @Tag("check-11")
    void asksTheStoreNothingOfTheirOwn() {
        var drafter = town.person("drafter.district");
        var every = drafter.get("/api/v1/drafts").is(200).text();

        drafter.get("/api/v1/drafts?state%5B%24ne%5D=WRITTEN").is(200); // another parameter, which nobody reads
        drafter.get("/api/v1/drafts?state=%7B%22%24ne%22%3A1%7D").isProblem(422, "invalid");
        drafter.get("/api/v1/drafts?after=%7B%22%24gt%22%3A%22%22%7D").isProblem(422, "invalid");
        drafter.get("/api/v1/drafts/%7B%22%24gt%22%3A%22%22%7D").isProblem(404, "not-found");
        town.somebody()
                .post("/api/v1/session", "{\"name\":{\"$gt\":\"\"},\"password\":{\"$gt\":\"\"}}")
                .isProblem(400, "malformed");

        assertThat(drafter.get("/api/v1/drafts").is(200).text()).isEqualTo(every);
    }

    @Test
    @Tag("check-34")
    void signsAndPublishesOnceHoweverOftenTheyClick() throws Exception {
        var drafter = town.person("drafter.health");
        var draft = drafter.post(
                        "/api/v1/drafts",
                        "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"便民服务窗口周六开放，咨询电话12345。\"}")
                .is(201)
                .header("location");
        drafter.post(draft + "/submission", "{}").is(202);
        drafter.soon(draft + "/findings", found -> found.field("checked").equals("CLEAN"));
        var director = town.person("director.health");
        var hash = director.get(draft).is(200).field("contentHash");

        var signature = "{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted(hash);
        assertThat(clicks(director, draft + "/sign-offs", signature))
                .contains(200)
                .isSubsetOf(200, 409);
        assertThat(clicks(town.person("publisher.health"), draft + "/publications", "{\"accounts\":[\"site.health\"]}"))
                .contains(202)
                .isSubsetOf(202, 409);

        var id = draft.substring(draft.lastIndexOf('/') + 1);
        var publications = town.person("publisher.health")
                .soon(
                        "/api/v1/publications?draft=" + id,
                        found ->
                                found.items().path(0).path("state").asString("").equals("PUBLISHED"));
        assertThat(publications.items()).hasSize(1);
        var types = Log.read(town.scripts().port("broker")).types("approval.drafts", id);
        assertThat(types).containsOnlyOnce("Approved.v1", "DraftReleased.v1");
    }

    /** Five at once with one key, as a browser repeats itself, and two with others, as an impatient person does. */
    private static List<Integer> clicks(Person person, String path, String json) throws Exception {
        var key = UUID.randomUUID().toString();
        var keys = List.of(
                key,
                key,
                key,
                key,
                key,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        try (var fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = keys.stream()
                    .map(one -> (Callable<Integer>) () ->
                            person.post(path, json, "Idempotency-Key", one).status())
                    .toList();
            return fingers.invokeAll(clicks).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    @Test
    @Tag("check-37")
    void isToldNothingOfHowAnyPartIsBuilt() throws Exception {
        for (var part : Evidence.SERVICES) {
            for (var port : List.of(part, part + "-management")) {
                for (var answer : List.of(
                        at(port).asks("GET /%zz"),
                        at(port).asks("GET /{}"),
                        at(port).asks("TRACE /"),
                        at(port).asks("GET /api/v1/drafts", "X: " + "x".repeat(20_000)),
                        at(port).says("GET / HTTP/9.9\n\n"),
                        at(port).says("nonsense\n\n"))) {
                    assertThat(answer.toLowerCase(ROOT))
                            .as(port)
                            .doesNotContain("tomcat", "spring", "exception", "java.", "\nserver:", "x-powered-by");
                }
            }
        }
    }

    @Test
    @Tag("check-38")
    void getsNothingForAPageOfAnotherSite() throws Exception {
        var gateway = at("gateway");
        var foreign = "Origin: https://example.org";
        for (var answer : List.of(
                gateway.asks("GET /api/v1/drafts", foreign),
                gateway.asks("GET /site/site.district", foreign),
                gateway.asks("OPTIONS /api/v1/drafts", foreign, "Access-Control-Request-Method: POST"))) {
            assertThat(answer.toLowerCase(ROOT)).doesNotContain("access-control-allow-");
        }
    }

    @Test
    @Tag("check-38")
    void findsNoCookieThatScriptsOrOtherSitesCouldUse() throws Exception {
        var form = "{\"name\":\"drafter.district\",\"password\":\"%s\"}".formatted(town.password("drafter.district"));
        var signedIn = at("gateway")
                .says(
                        "POST /api/v1/session HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: application/json\n"
                                + "Content-Length: %d\n\n%s".formatted(form.getBytes(UTF_8).length, form));

        assertThat(signedIn.lines().filter(line -> line.startsWith("Set-Cookie: QIANFA_SESSION=")))
                .singleElement()
                .asString()
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/");
    }
}
