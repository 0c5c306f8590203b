package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.monitoring.alert.Alerts;
import cn.qianfa.monitoring.alert.AlertsContract;

class MongoAlertsTest extends AlertsContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoAlertsTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Alerts alerts() {
        return new MongoAlerts(store.database());
    }
}
