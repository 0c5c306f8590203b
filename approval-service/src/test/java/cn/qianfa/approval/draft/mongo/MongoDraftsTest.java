package cn.qianfa.approval.draft.mongo;

import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.DraftsContract;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;

class MongoDraftsTest extends DraftsContract implements OnEveryStore {
    private final Drafts drafts;

    MongoDraftsTest(StoreUnderTest store) {
        var database = store.database();
        var documents = database.getCollection("drafts");
        drafts = new MongoDrafts(documents, StoreUnderTest.aggregates(documents, Topic.DRAFTS));
    }

    @Override
    protected Drafts drafts() {
        return drafts;
    }
}
