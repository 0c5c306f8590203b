package cn.qianfa.gateway.credential.mongo;

import cn.qianfa.gateway.credential.Attempts;
import cn.qianfa.gateway.credential.AttemptsContract;
import cn.qianfa.gateway.credential.Lock;
import cn.qianfa.gateway.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAttemptsTest extends AttemptsContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Attempts attempts() {
        return new MongoAttempts(STORE.database(), new Lock(LOCK));
    }
}
