package cn.qianfa.monitoring.classification;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a comment can be about, and how soon that wants a human. Criticism is not among them. */
public enum Signal {
    /** 轻生: the writer, or someone they know, may take their own life. */
    SELF_HARM(Reason.Kind.INTENT, Urgency.EMERGENCY),
    /** 求助: somebody is in danger right now. */
    EMERGENCY(Reason.Kind.INTENT, Urgency.EMERGENCY),
    /** 威胁: violence against somebody is announced. */
    THREAT(Reason.Kind.INTENT, Urgency.URGENT),
    /** 辱骂: somebody is insulted. */
    HOSTILE(Reason.Kind.SENTIMENT, Urgency.URGENT),
    /** 投诉: something went wrong and should be put right. */
    COMPLAINT(Reason.Kind.INTENT, Urgency.ROUTINE),
    /** 咨询: something is asked. */
    QUESTION(Reason.Kind.INTENT, Urgency.ROUTINE),
    /** 广告: something is sold. */
    ADVERTISING(Reason.Kind.INTENT, Urgency.ROUTINE),
    /** 诈骗: readers may be cheated. */
    FRAUD(Reason.Kind.INTENT, Urgency.ROUTINE);

    private final Reason.Kind kind;
    private final Urgency urgency;

    Signal(Reason.Kind kind, Urgency urgency) {
        this.kind = kind;
        this.urgency = urgency;
    }

    public Reason.Kind kind() {
        return kind;
    }

    public Urgency urgency() {
        return urgency;
    }

    /** As it is written in events, such as {@code self-harm}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Signal> of(String code) {
        return Stream.of(values()).filter(signal -> signal.code().equals(code)).findFirst();
    }
}
