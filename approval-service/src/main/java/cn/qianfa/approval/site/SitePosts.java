package cn.qianfa.approval.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The posts on the public pages. */
public interface SitePosts {
    /**
     * Puts a post on the pages, unless its marker stands there already.
     *
     * @return the post that bears the marker now
     */
    SitePost put(SitePost post);

    Optional<SitePost> withMarker(String marker);

    Optional<SitePost> find(String account, String id);

    /**
     * Newest first.
     *
     * @param after only older than this id; null from the newest on
     */
    List<SitePost> list(String account, @Nullable String after, int limit);
}
