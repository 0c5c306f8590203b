package cn.qianfa.approval.draft;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.DraftChecked;

/**
 * Keeps the newest verdict with the draft it is about. One about an older submission, or about another content, changes
 * nothing; it is marked as seen all the same, so that it stays without effect for ever.
 */
public final class WhenCheckedKeepVerdict {
    private final Drafts drafts;

    public WhenCheckedKeepVerdict(Drafts drafts) {
        this.drafts = drafts;
    }

    /** @throws IllegalStateException for a draft that is not here: the store is older than its news */
    public Reacted react(DraftChecked checked, Position at) {
        var found = drafts.find(new DraftId(checked.draft()))
                .orElseThrow(() -> new IllegalStateException("no draft %s to be checked".formatted(checked.draft())));
        var reacted = found.revision().mirror(at);
        if (reacted == Reacted.APPLIED) {
            drafts.save(found.with(found.value().checked(Verdict.of(checked))).because(new Cause.Event(at)));
        }
        return reacted;
    }
}
