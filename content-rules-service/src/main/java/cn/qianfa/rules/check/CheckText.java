package cn.qianfa.rules.check;

import static cn.qianfa.contracts.identity.Role.DRAFTER;
import static cn.qianfa.contracts.identity.Role.DUTY_OFFICER;
import static cn.qianfa.contracts.identity.Role.OFFICE_DIRECTOR;
import static cn.qianfa.contracts.identity.Role.UNIT_LEADER;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.rules.engine.CheckContent;
import cn.qianfa.rules.engine.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks a text for whoever is writing or reading it before it is handed in (article 10). Nothing of it is kept: the verdict
 * that counts is made again when the draft is submitted.
 */
public final class CheckText {
    /** Those who write drafts or answers, and those who sign them. */
    private static final Set<Role> MAY_CHECK = Set.of(DRAFTER, DUTY_OFFICER, OFFICE_DIRECTOR, UNIT_LEADER);

    private final CheckContent checkContent;
    private final InstantSource clock;

    public CheckText(CheckContent checkContent, InstantSource clock) {
        this.checkContent = checkContent;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param at when; the entries of the rule set in force on that day were looked for */
        record Done(Verdict verdict, Instant at) implements Outcome {}

        record NotPermitted() implements Outcome {}
    }

    /** @param text is read only for somebody who may ask */
    public Outcome check(Actor by, Supplier<Text> text) {
        if (Collections.disjoint(MAY_CHECK, by.roles())) {
            return new Outcome.NotPermitted();
        }
        var at = clock.instant();
        return new Outcome.Done(checkContent.check(text.get().content(Facts.of(at))), at);
    }
}
