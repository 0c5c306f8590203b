package cn.qianfa.gateway.session.mongo;

import cn.qianfa.gateway.session.Sessions;
import cn.qianfa.gateway.session.SessionsContract;
import cn.qianfa.gateway.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSessionsTest extends SessionsContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Sessions sessions() {
        return new MongoSessions(STORE.database());
    }
}
