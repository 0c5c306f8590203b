package cn.qianfa.monitoring.registry.mongo;

import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.RegistryContract;
import cn.qianfa.monitoring.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRegistryTest extends RegistryContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Registry registry() {
        return new MongoRegistry(STORE.database());
    }
}
