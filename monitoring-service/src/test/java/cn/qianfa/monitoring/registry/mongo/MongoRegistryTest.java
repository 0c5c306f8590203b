package cn.qianfa.monitoring.registry.mongo;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.RegistryContract;

class MongoRegistryTest extends RegistryContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoRegistryTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Registry registry() {
        return new MongoRegistry(store.database());
    }
}
