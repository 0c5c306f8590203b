package cn.qianfa.rules.ruleset;

/** What a rule set is for. */
public enum Purpose {
    /** The unit's own words: drafts and answers. Its findings may block. */
    DRAFTS,
    /** The public's words. Its findings only call a person; a set for comments with a blocking rule is refused. */
    COMMENTS
}
