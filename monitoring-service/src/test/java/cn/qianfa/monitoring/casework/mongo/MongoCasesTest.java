package cn.qianfa.monitoring.casework.mongo;

import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.casework.CasesContract;

class MongoCasesTest extends CasesContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoCasesTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Cases cases() {
        var documents = store.database().getCollection("cases");
        return new MongoCases(StoreUnderTest.aggregates(documents, Topic.CASES), documents);
    }
}
