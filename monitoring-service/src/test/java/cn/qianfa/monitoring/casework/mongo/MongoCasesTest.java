package cn.qianfa.monitoring.casework.mongo;

import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.casework.CasesContract;
import cn.qianfa.monitoring.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoCasesTest extends CasesContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Cases cases() {
        var database = STORE.database();
        return new MongoCases(
                EmbeddedStore.aggregates(database, "cases", Topic.CASES), database.getCollection("cases"));
    }
}
