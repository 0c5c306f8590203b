package cn.qianfa.approval.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.draft.DraftFixture;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of the pages' posts promises. */
public abstract class SitePostsContract {
    protected abstract SitePosts posts();

    @Test
    void givesBackWhatWasPut() {
        var post = posts().put(post("marker", "site.town"));

        assertThat(posts().find("site.town", post.id())).contains(post);
        assertThat(posts().withMarker("marker")).contains(post);
        assertThat(posts().find("site.elsewhere", post.id())).isEmpty();
        assertThat(posts().withMarker("other")).isEmpty();
    }

    @Test
    @Tag("article-7")
    void letsNoMarkerStandOnTwoPosts() {
        var first = posts().put(post("marker", "site.town"));
        var second = posts().put(post("marker", "site.town"));

        assertThat(second).isEqualTo(first);
        assertThat(posts().list("site.town", null, 10)).containsExactly(first);
    }

    @Test
    @Tag("article-7")
    void letsNoMarkerStandOnTwoPostsAlsoWhereManyTryAtOnce() throws InterruptedException {
        Callable<SitePost> put = () -> posts().put(post("marker", "site.town"));
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            workers.invokeAll(Stream.generate(() -> put).limit(16).toList());
        }

        assertThat(posts().list("site.town", null, 100)).hasSize(1);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        var first = posts().put(post("1", "site.town"));
        var second = posts().put(post("2", "site.town"));
        posts().put(post("3", "site.elsewhere"));
        var third = posts().put(post("4", "site.town"));

        assertThat(posts().list("site.town", null, 2)).containsExactly(third, second);
        assertThat(posts().list("site.town", second.id(), 2)).containsExactly(first);
    }

    private static SitePost post(String marker, String account) {
        var id = DraftFixture.IDS.get().toString();
        return new SitePost(id, marker, account, "town", "停水", DraftFixture.NOW);
    }
}
