package cn.qianfa.gateway.credential.mongo;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.gateway.credential.Credentials;
import cn.qianfa.gateway.credential.CredentialsContract;

class MongoCredentialsTest extends CredentialsContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoCredentialsTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Credentials credentials() {
        return new MongoCredentials(store.database());
    }
}
