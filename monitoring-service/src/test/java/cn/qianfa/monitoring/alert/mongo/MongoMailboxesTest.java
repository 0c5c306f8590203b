package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.monitoring.alert.Mailboxes;
import cn.qianfa.monitoring.alert.MailboxesContract;

class MongoMailboxesTest extends MailboxesContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoMailboxesTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Mailboxes mailboxes() {
        return new MongoMailboxes(store.database());
    }
}
