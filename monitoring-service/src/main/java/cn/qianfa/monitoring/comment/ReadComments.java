package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.post.Post;
import cn.qianfa.monitoring.post.Posts;
import cn.qianfa.monitoring.registry.Access;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.Sight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows comments to those who answer for them, and to whoever supervises these (articles 5 and 13). */
public final class ReadComments {
    private final Comments comments;
    private final Posts posts;
    private final Registry registry;

    public ReadComments(Comments comments, Posts posts, Registry registry) {
        this.comments = comments;
        this.posts = posts;
        this.registry = registry;
    }

    /** @return empty where it is not their duty to look */
    public Optional<List<Found>> page(Asked asked, Actor by) {
        var sight = Sight.of(by, registry.units());
        if (sight instanceof Sight.Nothing) {
            return Optional.empty();
        }
        var within = asked.unit() == null ? sight : sight.only(asked.unit());
        return Optional.of(withPosts(
                comments.page(new Comments.Query(within, asked.state(), asked.post(), asked.after(), asked.limit()))));
    }

    /** A page stands under few posts: they are asked for together. */
    private List<Found> withPosts(List<Versioned<Comment>> page) {
        var under = posts.find(page.stream().map(ReadComments::postOf).collect(Collectors.toSet()));
        return page.stream()
                .map(found -> new Found(found, Optional.ofNullable(under.get(postOf(found)))))
                .toList();
    }

    private static String postOf(Versioned<Comment> found) {
        return found.value().place().post();
    }

    public Outcome find(CommentId id, Actor by) {
        return comments.find(id).map(found -> show(found, by)).orElseGet(() -> new Unknown(id));
    }

    private Outcome show(Versioned<Comment> found, Actor by) {
        var place = found.value().place();
        return switch (Access.of(by, place.unit(), registry.units())) {
            case HIDDEN -> new Unknown(found.value().id());
            case FORBIDDEN -> new NotPermitted();
            case READ, ACT -> new Found(found, posts.find(place.post()));
        };
    }

    /** Which comments are asked for; null for any. */
    public record Asked(
            @Nullable String unit,
            Comments.@Nullable State state,
            @Nullable String post,
            @Nullable String after,
            int limit) {}

    /** What is shown of one. */
    public sealed interface Outcome permits Found, Unknown, NotPermitted {}

    /** The comment, and the post it stands under once publication has told of it. */
    public record Found(Versioned<Comment> comment, Optional<Post> post) implements Outcome {}

    /** No such comment, or none they may know of. */
    public record Unknown(CommentId id) implements Outcome {}

    /** Not their duty. */
    public record NotPermitted() implements Outcome {}
}
