package cn.qianfa.approval.signoff;

import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.Verdict;
import cn.qianfa.contracts.event.Approved.PassedWarning;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the content rules' verdict means for a signature (article 10). */
final class MachineCheck {
    /** An emergency waits no longer for the rules than this. */
    static final Duration EMERGENCY_WAITS = Duration.ofMinutes(5);

    private final InstantSource clock;

    MachineCheck(InstantSource clock) {
        this.clock = clock;
    }

    /** @return empty if the signature may stand */
    Optional<Refusal> refusal(Draft.Submitted draft, List<PassedWarning> overrides) {
        var verdict = draft.verdict();
        if (verdict == null) {
            return waits(draft)
                    ? Optional.of(Refusal.NOT_CHECKED)
                    : unlessAnswered(Set.of(Verdict.UNCHECKED), overrides);
        }
        if (verdict.blocks()) {
            return Optional.of(Refusal.BLOCKED_BY_FINDING);
        }
        return unlessAnswered(verdict.toAnswer(), overrides);
    }

    private boolean waits(Draft.Submitted draft) {
        return draft.manuscript().content().importance() != Importance.EMERGENCY
                || clock.instant().isBefore(draft.submittedAt().plus(EMERGENCY_WAITS));
    }

    /** Exactly the warnings that stand are answered: a reason for another one shows that something else was read. */
    private static Optional<Refusal> unlessAnswered(Set<String> warnings, List<PassedWarning> overrides) {
        var answered = overrides.stream().map(PassedWarning::rule).collect(Collectors.toSet());
        return answered.equals(warnings) ? Optional.empty() : Optional.of(Refusal.WARNING_NOT_ANSWERED);
    }
}
