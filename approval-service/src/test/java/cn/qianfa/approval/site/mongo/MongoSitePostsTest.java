package cn.qianfa.approval.site.mongo;

import cn.qianfa.approval.site.SitePosts;
import cn.qianfa.approval.site.SitePostsContract;
import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;

class MongoSitePostsTest extends SitePostsContract implements OnEveryStore {
    private final SitePosts posts;

    MongoSitePostsTest(StoreUnderTest store) {
        var database = store.database();
        posts = new MongoSitePosts(database.getCollection("posts"));
    }

    @Override
    protected SitePosts posts() {
        return posts;
    }
}
