package cn.qianfa.approval.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.approval.People;
import cn.qianfa.approval.service.Client.Answer;
import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.Finding;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.contracts.stack.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;

/** A town of its own for each test, with people, an account that is filed, and drafts at work. */
final class Town {
    private static final AtomicLong VERDICTS = new AtomicLong();

    final String name = "town-" + UUID.randomUUID().toString().substring(0, 8);
    final Actor drafter = person("drafter", Role.DRAFTER);
    final Actor director = person("director", Role.OFFICE_DIRECTOR);
    final Actor publisher = person("publisher", Role.PUBLISHER);
    final String account = "site." + name;

    private final RunningApproval approval;

    Town(RunningApproval approval) {
        this.approval = approval;
        var admin = approval.as(People.ADMIN);
        assertThat(admin.post("/api/v1/units", """
                {"id":"%s","name":"某镇","parent":"district"}""".formatted(name)).status()).isEqualTo(201);
        for (var person : List.of(drafter, director, publisher)) {
            appoint(person);
        }
        assertThat(admin.post("/api/v1/units/%s/accounts".formatted(name), """
                {"platform":"site","name":"某镇<发布>"}""").status())
                .isEqualTo(201);
        assertThat(admin.put("/api/v1/accounts/%s/filing".formatted(account), "{}", "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    Actor person(String what, Role... roles) {
        return People.of(what + '.' + name, name, roles);
    }

    void appoint(Actor person) {
        var roles = person.roles().stream().map(role -> '"' + role.name() + '"').collect(Collectors.joining(","));
        var answer = approval.as(People.ADMIN)
                .post("/api/v1/units/%s/staff".formatted(name), """
                {"id":"%s","name":"职员","roles":[%s]}""".formatted(person.id(), roles));
        assertThat(answer.status()).isEqualTo(201);
    }

    /** @return its id */
    String written(String text) {
        var answer = approval.as(drafter).post("/api/v1/drafts", draft(text));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    static String draft(String text) {
        return """
                {"category":"CONVENIENCE","importance":"ORDINARY","text":"%s"}""".formatted(text);
    }

    String submitted(String text) {
        var id = written(text);
        assertThat(approval.as(drafter)
                        .post("/api/v1/drafts/%s/submission".formatted(id), "")
                        .status())
                .isEqualTo(202);
        return id;
    }

    /** Submitted, and seen by the content rules. */
    String checked(String text, Finding... findings) {
        var id = submitted(text);
        var hash = draftOf(id).json().get("contentHash").asString();
        var checked =
                new DraftChecked(id, 1, hash, "2026-11-24.1", "0".repeat(64), List.of(findings), null, Instant.now());
        approval.wire().send(Wire.envelope(Topic.DRAFT_VERDICTS, checked, VERDICTS.incrementAndGet()));
        eventually()
                .untilAsserted(() ->
                        assertThat(draftOf(id).json().get("checked").asString()).isNotEqualTo("WAITS"));
        return id;
    }

    String signed(String text) {
        var id = checked(text);
        assertThat(sign(director, id).status()).isEqualTo(200);
        return id;
    }

    Answer sign(Actor by, String id, String... overrides) {
        var hash = draftOf(id).json().get("contentHash").asString();
        return approval.as(by).post("/api/v1/drafts/%s/sign-offs".formatted(id), """
                {"contentHash":"%s","step":"OFFICE_DIRECTOR","overrides":[%s]}""".formatted(
                        hash, Arrays.stream(overrides).collect(Collectors.joining(","))));
    }

    Answer release(Actor by, String id) {
        return approval.as(by).post("/api/v1/drafts/%s/publications".formatted(id), """
                {"accounts":["%s"]}""".formatted(account));
    }

    Answer draftOf(String id) {
        return approval.as(drafter).get("/api/v1/drafts/" + id);
    }

    static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
