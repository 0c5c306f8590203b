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
        var database = STORE.database();
        return new MongoComments(
                EmbeddedStore.aggregates(database, "comments", Topic.COMMENTS), database.getCollection("comments"));
    }
}
