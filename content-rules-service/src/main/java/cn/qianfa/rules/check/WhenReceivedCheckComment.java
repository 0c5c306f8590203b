package cn.qianfa.rules.check;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.CommentChecked;
import cn.qianfa.contracts.event.CommentReceived;
import cn.qianfa.rules.engine.CheckContent;
import cn.qianfa.rules.engine.Content;
import cn.qianfa.rules.engine.Verdict;

/** Looks in a comment for what helps people answer it (article 13). */
public final class WhenReceivedCheckComment {
    private final CheckContent checkContent;
    private final Verdicts verdicts;

    public WhenReceivedCheckComment(CheckContent checkContent, Verdicts verdicts) {
        this.checkContent = checkContent;
        this.verdicts = verdicts;
    }

    public Reacted react(CommentReceived received, Position at) {
        var content = new Content.Comment(received.text(), Facts.of(received.at()));
        verdicts.announce(answer(received, checkContent.check(content)), at);
        return Reacted.APPLIED;
    }

    private CommentChecked answer(CommentReceived received, Verdict verdict) {
        return new CommentChecked(
                received.comment(),
                Said.ruleSet(verdict),
                Said.ruleSetHash(verdict),
                Said.findings(verdict),
                Said.unchecked(verdict),
                received.at()); // made again after a fall it is the same, byte for byte
    }
}
