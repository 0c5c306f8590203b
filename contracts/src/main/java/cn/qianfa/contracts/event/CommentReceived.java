package cn.qianfa.contracts.event;

import java.time.Instant;

/** A member of the public wrote under a post of a unit (article 13). Nothing of its author is kept. */
public record CommentReceived(String comment, String unit, String account, String post, String text, Instant at)
        implements Event {
    @Override
    public String subject() {
        return comment;
    }
}
