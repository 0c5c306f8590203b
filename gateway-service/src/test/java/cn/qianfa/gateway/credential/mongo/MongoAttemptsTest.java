package cn.qianfa.gateway.credential.mongo;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.gateway.credential.Attempts;
import cn.qianfa.gateway.credential.AttemptsContract;
import cn.qianfa.gateway.credential.Lock;

class MongoAttemptsTest extends AttemptsContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoAttemptsTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Attempts attempts() {
        return new MongoAttempts(store.database(), new Lock(LOCK));
    }
}
