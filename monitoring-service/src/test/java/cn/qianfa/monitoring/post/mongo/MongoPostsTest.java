package cn.qianfa.monitoring.post.mongo;

import cn.qianfa.monitoring.post.Posts;
import cn.qianfa.monitoring.post.PostsContract;
import cn.qianfa.monitoring.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPostsTest extends PostsContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Posts posts() {
        return new MongoPosts(STORE.database());
    }
}
