package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.monitoring.alert.Alerts;
import cn.qianfa.monitoring.alert.AlertsContract;
import cn.qianfa.monitoring.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAlertsTest extends AlertsContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Alerts alerts() {
        return new MongoAlerts(STORE.database());
    }
}
