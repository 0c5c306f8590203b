package cn.qianfa.approval.site;

import cn.qianfa.approval.draft.Content;
import cn.qianfa.approval.publication.Channel;
import cn.qianfa.approval.publication.Job;
import cn.qianfa.approval.publication.Post;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The way to the product's own pages. A marker stands on one post only, so posting twice is posting once. */
public final class SiteChannel implements Channel {
    private final SitePosts posts;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    public SiteChannel(SitePosts posts, Supplier<UUID> ids, InstantSource clock) {
        this.posts = posts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean idempotent() {
        return true;
    }

    @Override
    public Posting post(Job job, Content content) {
        var id = ids.get().toString();
        var marker = job.id().value();
        var stands = posts.put(new SitePost(id, marker, job.account(), job.unit(), content.text(), clock.instant()));
        return new Posting.Posted(post(stands));
    }

    @Override
    public Optional<Post> find(Job job) {
        return posts.withMarker(job.id().value()).map(SiteChannel::post);
    }

    private static Post post(SitePost stands) {
        return new Post(stands.id(), stands.address(), stands.at());
    }
}
