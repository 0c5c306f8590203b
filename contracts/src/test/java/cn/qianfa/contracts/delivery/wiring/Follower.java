package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Event;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** Follows the lifecycle of drafts and writes down which numbers went in, in which order. */
final class Follower {
    private final Aggregates followers;
    /** Drafts this follower cannot apply, as if its code had a bug. */
    final Set<String> stumblesOver = ConcurrentHashMap.newKeySet();

    Follower(Aggregates followers) {
        this.followers = followers;
    }

    Reacted follow(Event event, Position at) {
        if (stumblesOver.contains(at.key())) {
            throw new IllegalStateException("a bug");
        }
        var found = followers.find(at.key());
        if (found.isEmpty()) {
            return begin(event, at);
        }
        var revision = Aggregates.revision(found.get());
        var next = revision.follow(at);
        if (next == Reacted.APPLIED) {
            followers.save(at.key(), revision, new Cause.Event(at), Updates.push("effects", at.seq()), List.of());
        }
        return next;
    }

    private Reacted begin(Event event, Position at) {
        if (!(event instanceof DraftSubmitted)) {
            return Reacted.GAP;
        }
        followers.insert(at.key(), new Cause.Event(at), new Document("effects", List.of(at.seq())), List.of());
        return Reacted.APPLIED;
    }

    List<Long> effects(String draft) {
        return followers
                .find(draft)
                .map(found -> found.getList("effects", Long.class))
                .orElse(List.of());
    }
}
