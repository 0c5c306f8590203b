package cn.qianfa.approval.site.mongo;

import cn.qianfa.approval.Store;
import cn.qianfa.approval.site.SitePosts;
import cn.qianfa.approval.site.SitePostsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoSitePostsTest extends SitePostsContract {
    private Store store;
    private SitePosts posts;

    @BeforeAll
    void open(@TempDir Path directory) {
        store = new Store(directory);
    }

    @BeforeEach
    void empty() {
        posts = new MongoSitePosts(store.empty("posts"));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    protected SitePosts posts() {
        return posts;
    }
}
