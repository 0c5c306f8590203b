package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.event.By;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mark that a comment needs a human; nothing is done to the comment. */
public record Flag(Urgency urgency, @Nullable By raisedBy, Instant at) {
    /** Who raised it; empty where a machine did. */
    public Optional<By> by() {
        return Optional.ofNullable(raisedBy);
    }
}
