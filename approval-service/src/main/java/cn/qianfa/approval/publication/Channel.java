package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.Content;
import java.util.Optional;

/** The way to one platform. */
public interface Channel {
    /** Whether posting the same publication again makes no second post. */
    boolean idempotent();

    /** Posts the content, marked with the publication's id. */
    Posting post(Job job, Content content);

    /** The post that bears this publication's mark, if one stands there. */
    Optional<Post> find(Job job);

    /** What came of posting. */
    sealed interface Posting {
        /** It stands there. */
        record Posted(Post post) implements Posting {}

        /** The platform said no; nothing stands there. */
        record Declined(String reason) implements Posting {}

        /** The platform did not answer: nobody knows. */
        record Unanswered(String reason) implements Posting {}
    }
}
