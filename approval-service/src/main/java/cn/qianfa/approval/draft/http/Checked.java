package cn.qianfa.approval.draft.http;

import cn.qianfa.approval.draft.Draft;

/** What the content rules have to say about a draft, in a word. */
enum Checked {
    /** Nothing is submitted, so nothing is checked. */
    NO,
    WAITS,
    CLEAN,
    WARNED,
    BLOCKED,
    /** The check itself failed. */
    FAILED;

    static Checked of(Draft draft) {
        return draft.currentVerdict()
                .map(verdict -> {
                    if (verdict.blocks()) {
                        return BLOCKED;
                    }
                    if (verdict.unchecked() != null) {
                        return FAILED;
                    }
                    return verdict.toAnswer().isEmpty() ? CLEAN : WARNED;
                })
                .orElseGet(() -> switch (draft) {
                    case Draft.Written _, Draft.Expired _ -> NO;
                    case Draft.Submitted _, Draft.Signed _, Draft.Released _ -> WAITS;
                });
    }
}
