package cn.qianfa.approval.service;

import static cn.qianfa.approval.People.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.service.Client.Answer;
import cn.qianfa.contracts.identity.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A command that comes again is the same command; a change names what it changes. */
@ServiceTest
class CommandsIT {
    private final RunningApproval approval;
    private final Town town;

    CommandsIT(RunningApproval approval) {
        this.approval = approval;
        this.town = new Town(approval);
    }

    @Test
    @Tag("check-34")
    void everyCommandIsAnsweredAgainWithTheSameBytes() {
        var id = town.checked("通知");
        var hash = town.draftOf(id).json().get("contentHash").asString();
        var signOff = """
                {"contentHash":"%s","step":"OFFICE_DIRECTOR"}""".formatted(hash);
        var release = """
                {"accounts":["%s"]}""".formatted(town.account);

        isAnsweredAgain(approval.as(town.drafter), "/api/v1/drafts", Town.draft("通知"), 201);
        isAnsweredAgain(approval.as(town.director), "/api/v1/drafts/%s/sign-offs".formatted(id), signOff, 200);
        isAnsweredAgain(approval.as(town.publisher), "/api/v1/drafts/%s/publications".formatted(id), release, 202);
        isAnsweredAgain(approval.as(ADMIN), "/api/v1/units", unit(), 201);
        isAnsweredAgain(approval.as(ADMIN), "/api/v1/staff/%s/departure".formatted(town.drafter.id()), "{}", 200);
        isAnsweredAgain(approval.as(ADMIN), "/api/v1/accounts/%s/closure".formatted(town.account), """
                {"notice":"停止更新"}""", 200);
    }

    private static void isAnsweredAgain(Client client, String path, String json, int status) {
        var key = UUID.randomUUID().toString();
        var first = client.post(path, json, key);
        var again = client.post(path, json, key);

        assertThat(first.status()).as(first.text()).isEqualTo(status);
        assertThat(whole(again)).isEqualTo(whole(first));
    }

    private static Map<String, String> whole(Answer answer) {
        return Map.of(
                "status", Integer.toString(answer.status()),
                "location", answer.header("Location"),
                "etag", answer.header("ETag"),
                "body", answer.text());
    }

    private static String unit() {
        return """
                {"id":"u-%s","name":"单位","parent":"district"}""".formatted(UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void aKeyIsNotUsedForAnotherCommand() {
        var drafter = approval.as(town.drafter);
        drafter.post("/api/v1/drafts", Town.draft("一"), "key");

        assertThat(drafter.post("/api/v1/drafts", Town.draft("二"), "key").problem())
                .isEqualTo("key-reused");
        var other = town.person("other", Role.DRAFTER);
        assertThat(approval.as(other)
                        .post("/api/v1/drafts", Town.draft("二"), "key")
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Tag("check-34")
    void aDoubleClickIsOneDraft() throws InterruptedException, ExecutionException {
        Callable<Answer> click = () -> approval.as(town.drafter).post("/api/v1/drafts", Town.draft("一"), "click");

        try (var fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = new HashSet<String>();
            for (var answer :
                    fingers.invokeAll(Stream.generate(() -> click).limit(8).toList())) {
                ids.add(answer.get().id());
            }

            assertThat(ids).hasSize(1);
        }
        assertThat(approval.as(town.drafter).get("/api/v1/drafts").json().get("items"))
                .hasSize(1);
    }

    @Test
    void aCommandWithoutAKeyIsRefusedAndTheHeaderNamed() {
        for (var key : List.of("", "with space", "x".repeat(129), "键")) {
            var request = approval.as(town.drafter).json("/api/v1/drafts", Town.draft("一"));
            var answer = approval.as(town.drafter)
                    .send(key.isEmpty() || key.equals("键") ? request : request.header("Idempotency-Key", key));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("Idempotency-Key");
        }
    }

    @Test
    @Tag("article-7")
    void aChangeNamesTheVersionItChanges() {
        var id = town.written("一");
        var drafter = approval.as(town.drafter);
        var path = "/api/v1/drafts/" + id;
        var version = town.draftOf(id).header("ETag");

        var without = drafter.send(
                drafter.json(path, Town.draft("二")).method("PUT", BodyPublishers.ofString(Town.draft("二"))));
        var changed = drafter.put(path, Town.draft("二"), version);
        var stale = drafter.put(path, Town.draft("三"), version);

        assertThat(without.problem()).isEqualTo("version-required");
        assertThat(without.status()).isEqualTo(428);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(town.draftOf(id).json().get("text").asString()).isEqualTo("二");
        for (var nonsense : List.of("*", "2", "W/\"2\"", "\"x\"")) {
            assertThat(drafter.put(path, Town.draft("四"), nonsense).status()).isEqualTo(412);
        }
    }

    @Test
    void listsArePagedBehindAKey() {
        var ids = Stream.of("一", "二", "三").map(town::written).toList();
        var drafter = approval.as(town.drafter);

        var first = drafter.get("/api/v1/drafts?limit=2").json();
        var last = drafter.get(
                        "/api/v1/drafts?limit=2&after=" + first.get("next").asString())
                .json();

        assertThat(first.get("items"))
                .extracting(item -> item.get("id").asString())
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(last.get("items"))
                .extracting(item -> item.get("id").asString())
                .containsExactly(ids.get(0));
        assertThat(last.get("next").isNull()).isTrue();
        for (var wrong : List.of("limit=0", "limit=201", "limit=x", "after=nonsense", "state=GONE")) {
            assertThat(drafter.get("/api/v1/drafts?" + wrong).problem()).isEqualTo("invalid");
        }
    }
}
