package cn.qianfa.gateway.session.mongo;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.gateway.session.Sessions;
import cn.qianfa.gateway.session.SessionsContract;

class MongoSessionsTest extends SessionsContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoSessionsTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Sessions sessions() {
        return new MongoSessions(store.database());
    }
}
