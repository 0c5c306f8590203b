package cn.qianfa.monitoring.roster.mongo;

import cn.qianfa.monitoring.roster.Rosters;
import cn.qianfa.monitoring.roster.RostersContract;
import cn.qianfa.monitoring.store.EmbeddedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRostersTest extends RostersContract {
    @RegisterExtension
    static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    protected Rosters rosters() {
        return new MongoRosters(STORE.database());
    }
}
