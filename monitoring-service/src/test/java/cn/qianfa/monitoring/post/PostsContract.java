package cn.qianfa.monitoring.post;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.PublicationFailed;
import cn.qianfa.contracts.event.PublicationScheduled;
import cn.qianfa.contracts.event.Published;
import cn.qianfa.contracts.event.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of posts promises to whoever follows publications. */
@Tag("article-13")
public abstract class PostsContract {
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03.004Z");
    private static final By PUBLISHER = new By("publisher.health", "health", List.of("PUBLISHER"));

    protected abstract Posts posts();

    private static Published published() {
        return new Published("p", "d", "site.health", "health", PUBLISHER, "hash", "post-1", "/site/1", NOW);
    }

    private static Position at(long seq) {
        return new Position(Topic.PUBLICATIONS.wireName(), "p", seq, "e" + seq);
    }

    private static PublicationFailed another() {
        return new PublicationFailed("p", "d", "site.health", "health", "reason", NOW);
    }

    @Test
    void knowsAPostOnceItIsPublished() {
        var posts = posts();
        var watch = new WhenPublishedWatchComments(posts);
        var scheduled = new PublicationScheduled("p", "d", "site.health", "health", PUBLISHER, "hash", NOW, NOW);

        assertThat(watch.count(scheduled, at(1))).isEqualTo(Reacted.DUPLICATE);
        assertThat(posts.find("post-1")).isEmpty();
        assertThat(watch.react(published(), at(2))).isEqualTo(Reacted.APPLIED);

        var post = new Post("p", "post-1", "site.health", "health", "/site/1", NOW);
        assertThat(posts.find("post-1")).contains(post);
        assertThat(posts.find(List.of("post-1", "post-2"))).isEqualTo(Map.of("post-1", post));
    }

    @Test
    void countsWhatComesAfterIt() {
        var watch = new WhenPublishedWatchComments(posts());
        watch.react(published(), at(2));

        assertThat(watch.react(published(), at(2))).isEqualTo(Reacted.DUPLICATE);
        assertThat(watch.count(another(), at(4))).isEqualTo(Reacted.GAP);
        assertThat(watch.count(another(), at(3))).isEqualTo(Reacted.APPLIED);
        assertThat(watch.count(another(), at(3))).isEqualTo(Reacted.DUPLICATE);
        assertThat(watch.count(another(), at(4))).isEqualTo(Reacted.APPLIED);
    }

    @Test
    void goesOnBehindWhatAPersonPassedOver() {
        var watch = new WhenPublishedWatchComments(posts());
        watch.passedOver(at(1)); // nothing is followed yet
        watch.react(published(), at(2));

        watch.passedOver(at(5));
        watch.passedOver(at(4));

        assertThat(watch.count(another(), at(5))).isEqualTo(Reacted.DUPLICATE);
        assertThat(watch.count(another(), at(7))).isEqualTo(Reacted.GAP);
        assertThat(watch.count(another(), at(6))).isEqualTo(Reacted.APPLIED);
    }

    @Test
    void seesAForkedHistory() {
        var watch = new WhenPublishedWatchComments(posts());
        watch.react(published(), at(2));

        var other = new Position(Topic.PUBLICATIONS.wireName(), "p", 2, "other");

        assertThat(watch.react(published(), other)).isInstanceOf(Reacted.Forked.class);
    }
}
