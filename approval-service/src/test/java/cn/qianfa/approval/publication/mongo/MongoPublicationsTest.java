package cn.qianfa.approval.publication.mongo;

import cn.qianfa.approval.publication.Publications;
import cn.qianfa.approval.publication.PublicationsContract;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;

class MongoPublicationsTest extends PublicationsContract implements OnEveryStore {
    private final Publications publications;

    MongoPublicationsTest(StoreUnderTest store) {
        var database = store.database();
        var documents = database.getCollection("publications");
        publications = new MongoPublications(documents, StoreUnderTest.aggregates(documents, Topic.PUBLICATIONS));
    }

    @Override
    protected Publications publications() {
        return publications;
    }
}
