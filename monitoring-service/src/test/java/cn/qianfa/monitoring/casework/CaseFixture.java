package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.classification.Urgency;
import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Cases as tests say them. */
public final class CaseFixture {
    public static final Instant NOW = Instant.parse("2026-11-24T01:02:03.004Z");

    /** In ascending order, so that tests may say which case is newer. */
    private static final Supplier<UUID> IDS = Generators.timeBasedEpochGenerator()::generate;

    private CaseFixture() {}

    public static CommentFlagged aFlag(String unit, Urgency urgency) {
        return aFlag(unit, urgency, NOW);
    }

    static CommentFlagged aFlag(String unit, Urgency urgency, Instant at) {
        return new CommentFlagged(
                IDS.get().toString(),
                unit,
                "site." + unit,
                "post-1",
                urgency.name(),
                List.of(new CommentFlagged.Reason("intent", "complaint", 0.9)),
                null,
                at);
    }

    static Position flag(CommentFlagged flag) {
        return new Position(Topic.COMMENTS.wireName(), flag.comment(), 2, "flag-" + flag.comment());
    }

    static Cause because(CommentFlagged flag) {
        return new Cause.Event(flag(flag));
    }

    /** In its first round, due a minute from now. */
    public static Case.Open anOpenCase(CommentFlagged flag) {
        return new Case.Open(Matter.of(flag), new Round(1, "duty1.health", NOW, NOW.plusSeconds(60)));
    }

    /** Stored, as its flag would have stored it. */
    public static Case.Open stored(Cases cases, CommentFlagged flag) {
        var opened = anOpenCase(flag);
        cases.open(opened, because(flag), List.of(opened.announcement()));
        return opened;
    }
}
