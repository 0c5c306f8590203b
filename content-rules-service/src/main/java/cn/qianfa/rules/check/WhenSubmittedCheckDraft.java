package cn.qianfa.rules.check;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.rules.engine.CheckContent;
import cn.qianfa.rules.engine.Content;
import cn.qianfa.rules.engine.Verdict;
import java.util.List;

/** Checks exactly the content that was handed in (article 10). A check that fails is a verdict too. */
public final class WhenSubmittedCheckDraft {
    private final CheckContent checkContent;
    private final Verdicts verdicts;

    public WhenSubmittedCheckDraft(CheckContent checkContent, Verdicts verdicts) {
        this.checkContent = checkContent;
        this.verdicts = verdicts;
    }

    public Reacted react(DraftSubmitted submitted, Position at) {
        var content = new Content.Post(submitted.category(), List.of(submitted.text()), Facts.of(submitted.at()));
        verdicts.announce(answer(submitted, checkContent.check(content)), at);
        return Reacted.APPLIED;
    }

    private DraftChecked answer(DraftSubmitted submitted, Verdict verdict) {
        return new DraftChecked(
                submitted.draft(),
                submitted.submission(),
                submitted.contentHash(),
                Said.ruleSet(verdict),
                Said.ruleSetHash(verdict),
                Said.findings(verdict),
                Said.unchecked(verdict),
                submitted.at()); // made again after a fall it is the same, byte for byte
    }
}
