package cn.qianfa.monitoring.comment.mongo;

import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.monitoring.comment.Comments;
import cn.qianfa.monitoring.comment.CommentsContract;

class MongoCommentsTest extends CommentsContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoCommentsTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Comments comments() {
        var documents = store.database().getCollection("comments");
        return new MongoComments(StoreUnderTest.aggregates(documents, Topic.COMMENTS), documents);
    }
}
