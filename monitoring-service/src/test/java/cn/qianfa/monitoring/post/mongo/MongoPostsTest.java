package cn.qianfa.monitoring.post.mongo;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.monitoring.post.Posts;
import cn.qianfa.monitoring.post.PostsContract;

class MongoPostsTest extends PostsContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoPostsTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Posts posts() {
        return new MongoPosts(store.database());
    }
}
