package cn.qianfa.gateway.credential.mongo;

import cn.qianfa.gateway.credential.Credentials;
import cn.qianfa.gateway.credential.CredentialsContract;
import cn.qianfa.gateway.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoCredentialsTest extends CredentialsContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Credentials credentials() {
        return new MongoCredentials(STORE.database());
    }
}
