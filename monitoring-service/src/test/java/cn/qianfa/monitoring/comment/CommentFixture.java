package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.CommentChecked;
import cn.qianfa.contracts.event.Finding;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Ticket;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.monitoring.classification.Classification;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Urgency;
import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Comments as tests say them: {@code aComment().flagged(URGENT)}. */
public final class CommentFixture {
    /** In ascending order, so that tests may say which comment is newer. */
    public static final Supplier<UUID> IDS = Generators.timeBasedEpochGenerator()::generate;

    public static final Instant NOW = Instant.parse("2026-11-24T01:02:03.004Z");
    public static final Ticket TICKET = new Ticket("post-1", "site.health", "health");
    public static final TicketSeal SEAL = new TicketSeal("q".repeat(43));
    public static final By OFFICER = new By("duty.health", "health", List.of("DUTY_OFFICER"));
    static final Reason COMPLAINT = new Reason(Reason.Kind.INTENT, "complaint", 0.9, List.of("投诉"));

    private final CommentId id = new CommentId(IDS.get().toString());
    private final Place place = Place.of(TICKET);
    private final CommentText text = new CommentText("路灯坏了,我要投诉");

    private CommentFixture() {}

    public static CommentFixture aComment() {
        return new CommentFixture();
    }

    public Comment quiet() {
        return Comment.received(id, place, text, Classification.NOTHING, NOW);
    }

    public Comment flagged(Urgency urgency) {
        return Comment.received(id, place, text, new Classification(List.of(COMPLAINT), urgency), NOW);
    }

    static Cause.Command command(String key, String body) {
        return new Cause.Command(key, body, "");
    }

    static CommentChecked verdictOn(Comment comment, String... severities) {
        var findings = List.of(severities).stream()
                .map(severity -> new Finding(
                        "rule." + severity, "A10-9", severity, 0, 0, 2, "疑似" + severity, "请核实", List.of(), null, null))
                .toList();
        return new CommentChecked(comment.id().value(), "2026-11-24.1", "2c26", findings, null, NOW);
    }

    static Position verdict(Comment comment, long seq) {
        return new Position(Topic.COMMENT_VERDICTS.wireName(), comment.id().value(), seq, "verdict-" + seq);
    }
}
