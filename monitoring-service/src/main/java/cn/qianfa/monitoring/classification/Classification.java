package cn.qianfa.monitoring.classification;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was seen in one text; without an urgency no human has to look. */
public record Classification(List<Reason> reasons, @Nullable Urgency mostUrgent) {
    public static final Classification NOTHING = new Classification(List.of(), null);

    public Classification {
        reasons = List.copyOf(reasons);
    }

    public Optional<Urgency> urgency() {
        return Optional.ofNullable(mostUrgent);
    }
}
