package cn.qianfa.approval.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts for the tests of what the public reads. */
public final class InMemorySitePosts implements SitePosts {
    private final List<SitePost> posts = new ArrayList<>();

    @Override
    public synchronized SitePost put(SitePost post) {
        return withMarker(post.marker()).orElseGet(() -> {
            posts.add(post);
            return post;
        });
    }

    @Override
    public synchronized Optional<SitePost> withMarker(String marker) {
        return posts.stream().filter(post -> post.marker().equals(marker)).findFirst();
    }

    @Override
    public synchronized Optional<SitePost> find(String account, String id) {
        return posts.stream()
                .filter(post -> post.account().equals(account) && post.id().equals(id))
                .findFirst();
    }

    @Override
    public synchronized List<SitePost> list(String account, @Nullable String after, int limit) {
        return posts.stream()
                .filter(post -> post.account().equals(account))
                .filter(post -> after == null || post.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(SitePost::id).reversed())
                .limit(limit)
                .toList();
    }
}
