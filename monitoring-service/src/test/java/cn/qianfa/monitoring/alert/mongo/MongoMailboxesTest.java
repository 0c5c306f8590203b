package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.monitoring.alert.Mailboxes;
import cn.qianfa.monitoring.alert.MailboxesContract;
import cn.qianfa.monitoring.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoMailboxesTest extends MailboxesContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Mailboxes mailboxes() {
        return new MongoMailboxes(STORE.database());
    }
}
