package cn.qianfa.rules.ruleset;

/** How much a finding weighs, lightest first. */
public enum Severity {
    /** 提示: worth knowing. */
    NOTE,
    /** 警告: who signs may override it with a reason. */
    WARN,
    /** 禁止: cannot be signed. */
    BLOCK;

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    /** The lighter of the two. */
    public Severity atMost(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
