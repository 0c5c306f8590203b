package cn.qianfa.monitoring.post;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Published;

/**
 * Follows publications, so that comments are shown with the post they stand under (article 13). {@code Published} is
 * where following begins; what comes after it is counted, so that a gap is seen.
 */
public final class WhenPublishedWatchComments {
    private final Posts posts;

    public WhenPublishedWatchComments(Posts posts) {
        this.posts = posts;
    }

    public Reacted react(Published event, Position at) {
        var post =
                new Post(event.publication(), event.post(), event.account(), event.unit(), event.address(), event.at());
        return posts.published(post, at);
    }

    /** Nothing is done, and the number is kept. */
    public Reacted count(Event event, Position at) {
        return posts.counted(event.subject(), at);
    }

    /** A person passed over an event; what follows it is no gap. */
    public void passedOver(Position at) {
        posts.passedOver(at.key(), at);
    }
}
