package cn.qianfa.embedded.broker;

import org.jspecify.annotations.Nullable;

/** Why a broker did not start: one sentence with what was wrong, what was expected and what to do. */
public final class BrokerNotStarted extends RuntimeException {
    BrokerNotStarted(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    BrokerNotStarted(String sentence) {
        this(sentence, null);
    }
}
