package cn.qianfa.monitoring.roster.mongo;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.monitoring.roster.Rosters;
import cn.qianfa.monitoring.roster.RostersContract;

class MongoRostersTest extends RostersContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoRostersTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Rosters rosters() {
        return new MongoRosters(store.database());
    }
}
