package cn.qianfa.monitoring.comment.mongo;

import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.comment.Comments;
import cn.qianfa.monitoring.comment.CommentsContract;
import cn.qianfa.monitoring.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoCommentsTest extends CommentsContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Comments comments() {
        return new MongoComments(EmbeddedStore.aggregates(STORE.database(), "comments", Topic.COMMENTS));
    }
}
