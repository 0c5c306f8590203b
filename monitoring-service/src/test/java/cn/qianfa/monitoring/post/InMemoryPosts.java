package cn.qianfa.monitoring.post;

import cn.qianfa.contracts.delivery.Applied;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Revision;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Posts for as long as a test runs. */
public final class InMemoryPosts implements Posts {
    private final Map<String, Post> posts = new HashMap<>();
    private final Map<String, Applied> applied = new HashMap<>();

    @Override
    public Optional<Post> find(String id) {
        return posts.values().stream().filter(post -> post.id().equals(id)).findFirst();
    }

    @Override
    public Map<String, Post> find(Collection<String> ids) {
        return posts.values().stream()
                .filter(post -> ids.contains(post.id()))
                .collect(Collectors.toMap(Post::id, Function.identity()));
    }

    @Override
    public Reacted published(Post post, Position at) {
        if (posts.putIfAbsent(post.publication(), post) == null) {
            applied.put(post.publication(), new Applied(at.seq(), at.id()));
            return Reacted.APPLIED;
        }
        return counted(post.publication(), at);
    }

    @Override
    public Reacted counted(String publication, Position at) {
        var last = applied.get(publication);
        if (last == null) {
            return Reacted.DUPLICATE;
        }
        var reacted = new Revision(0, 0, 0, Map.of(at.source(), last), List.of()).follow(at);
        if (reacted == Reacted.APPLIED) {
            applied.put(publication, new Applied(at.seq(), at.id()));
        }
        return reacted;
    }

    @Override
    public void passedOver(String publication, Position at) {
        applied.computeIfPresent(
                publication, (_, last) -> at.seq() > last.seq() ? new Applied(at.seq(), at.id()) : last);
    }
}
