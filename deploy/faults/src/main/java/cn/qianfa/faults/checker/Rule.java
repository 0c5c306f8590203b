package cn.qianfa.faults.checker;

/** Something that has to hold, whatever was killed. */
interface Rule {
    /** A short name, with hyphens. */
    String name();

    void check(Evidence evidence, Verdict verdict);
}
