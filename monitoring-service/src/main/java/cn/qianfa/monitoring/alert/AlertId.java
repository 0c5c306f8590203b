package cn.qianfa.monitoring.alert;

import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.CaseId;
import java.util.Optional;

/** One round of a case; written {@code case.round}. */
public record AlertId(CaseId caseId, int round) {
    private static final int MOST_DIGITS = 9;

    public AlertId {
        if (round < 1) {
            throw new IllegalArgumentException("round: %d (expected: 1 or more)".formatted(round));
        }
    }

    /** The round a case is in. */
    public static AlertId of(Case one) {
        return new AlertId(one.id(), one.round().number());
    }

    /** Empty for what cannot be the id of an alert. */
    public static Optional<AlertId> parse(String written) {
        var dot = written.lastIndexOf('.');
        var round = written.substring(dot + 1);
        if (dot < 1 || dot > 100 || !round.matches("[1-9][0-9]*") || round.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        var caseId = written.substring(0, dot);
        return caseId.isBlank()
                ? Optional.empty()
                : Optional.of(new AlertId(new CaseId(caseId), Integer.parseInt(round)));
    }

    public String value() {
        return caseId.value() + '.' + round;
    }
}
