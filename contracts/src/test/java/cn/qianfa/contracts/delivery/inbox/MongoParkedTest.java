package cn.qianfa.contracts.delivery.inbox;

import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.NOW;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import java.time.InstantSource;

class MongoParkedTest extends ParkedContract implements OnEveryStore {
    private final Parked parked;
    private final Interventions interventions;

    MongoParkedTest(StoreUnderTest store) {
        var database = store.database();
        var opened = new MongoParked(database.getCollection("parked"), InstantSource.fixed(NOW));
        opened.index();
        parked = opened;
        interventions = Interventions.in(database.getCollection("interventions"));
    }

    @Override
    protected Parked parked() {
        return parked;
    }

    @Override
    protected Interventions interventions() {
        return interventions;
    }
}
