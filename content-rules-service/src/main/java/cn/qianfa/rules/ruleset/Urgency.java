package cn.qianfa.rules.ruleset;

/** How soon a person should look, slowest first. It speeds an answer up; it never works against who wrote. */
public enum Urgency {
    /** 常规: within its clock. */
    ROUTINE,
    /** 尽快: before the rest of the day's work. */
    PROMPT,
    /** 紧急: now; a life may depend on it. */
    EMERGENCY
}
