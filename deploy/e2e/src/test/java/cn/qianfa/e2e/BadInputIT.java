package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody should send, sent through the gateway to the running system. */
@ExtendWith(SharedTown.class)
class BadInputIT {
    private static final String ORDINARY_DRAFT =
            "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"%s\"}";

    private final Town town;
    private final Person drafter;

    BadInputIT(Town town) {
        this.town = town;
        this.drafter = town.person("drafter.district");
    }

    @Test
    @Tag("check-11")
    void isToldAsTheProblemItIsAndChangesNothing() {
        var before = drafter.get("/api/v1/drafts").is(200).items();

        drafter.post("/api/v1/drafts", "{\"importance\":\"ORDINARY\",\"text\":\"文\",\"colour\":1}")
                .isProblem(422, "invalid");
        drafter.post("/api/v1/drafts", "{\"importance\":\"ORDINARY\",\"text\":7}")
                .isProblem(422, "invalid");
        drafter.post("/api/v1/drafts", "{\"importance\":\"ORDINARY\",\"text\":{\"$ne\":\"\"}}")
                .isProblem(422, "invalid");
        drafter.post("/api/v1/drafts", "{\"$where\":\"1\",\"importance\":\"ORDINARY\",\"text\":\"文\"}")
                .isProblem(422, "invalid");
        drafter.post("/api/v1/drafts", ORDINARY_DRAFT.formatted("文".repeat(20_001)))
                .isProblem(422, "invalid");
        drafter.post("/api/v1/drafts", ORDINARY_DRAFT.formatted("文".repeat(200_000)))
                .isProblem(413, "too-large");
        drafter.post("/api/v1/drafts", "{\"importance\":").isProblem(400, "malformed");
        drafter.send(
                        "POST",
                        "/api/v1/drafts",
                        ORDINARY_DRAFT.formatted("\u00c3\u0028").getBytes(ISO_8859_1))
                .isProblem(400, "malformed");
        drafter.post("/api/v1/drafts", "<draft/>", "Content-Type", "application/xml")
                .isProblem(415, "unsupported-media");
        drafter.get("/api/v1/drafts/no-such-draft").isProblem(404, "not-found");
        drafter.get("/api/v1/drafts?limit=201").isProblem(422, "invalid");

        assertThat(drafter.get("/api/v1/drafts").is(200).items()).isEqualTo(before);
    }

    @Test
    @Tag("article-12")
    void isNoCommentUnderAPostThatNeverWas() {
        var form = "ticket=forged&key=%s&text=%%E8%%AF%%84".formatted(UUID.randomUUID());

        town.somebody()
                .send(
                        "POST",
                        "/site/site.district/posts/01a20d5e-7bc9-79b5-a81b-77526bedbd11/comments",
                        form.getBytes(UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .is(404);

        assertThat(town.person("duty.district").get("/api/v1/comments").is(200).items())
                .noneMatch(comment -> comment.path("unit").asString("").equals("district"));
    }

    @Test
    void isRefusedWhereAKeyOrAVersionIsUsedAgainForSomethingElse() {
        var key = UUID.randomUUID().toString();
        var first = drafter.post("/api/v1/drafts", ORDINARY_DRAFT.formatted("同一份"), "Idempotency-Key", key)
                .is(201);
        var again = drafter.post("/api/v1/drafts", ORDINARY_DRAFT.formatted("同一份"), "Idempotency-Key", key)
                .is(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        drafter.post("/api/v1/drafts", ORDINARY_DRAFT.formatted("另一份"), "Idempotency-Key", key)
                .isProblem(422, "key-reused");

        var at = first.header("location");
        var changed = ORDINARY_DRAFT.formatted("改过一次");
        drafter.send("PUT", at, changed.getBytes(UTF_8)).isProblem(428, "version-required");
        drafter.put(at, changed, 1).is(200);
        drafter.put(at, ORDINARY_DRAFT.formatted("旧页面上的修改"), 1).isProblem(412, "stale-version");
        assertThat(drafter.get(at).is(200).field("text")).isEqualTo("改过一次");
    }

    @Test
    void isRefusedFromWhoeverIsNotSignedInOrOnlyPretendsTo() {
        var somebody = town.somebody();

        somebody.get("/api/v1/drafts").isProblem(401, "not-signed-in");
        somebody.send("GET", "/api/v1/drafts", new byte[0], "Cookie", "SESSION=forged")
                .isProblem(401, "not-signed-in");
        somebody.send("GET", "/api/v1/drafts", new byte[0], "Authorization", "Bearer e30.e30.e30")
                .isProblem(401, "not-signed-in");
        somebody.post("/api/v1/session", "{\"name\":\"drafter.district\",\"password\":\"guessed-and-wrong\"}")
                .isProblem(401, "not-signed-in");
    }
}
