package cn.qianfa.approval.registry.mongo;

import cn.qianfa.approval.registry.Register;
import cn.qianfa.approval.registry.RegisterContract;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;

class MongoRegisterTest extends RegisterContract implements OnEveryStore {
    private final Register.Units units;
    private final Register.Accounts accounts;
    private final Register.Appointments appointments;

    MongoRegisterTest(StoreUnderTest store) {
        var database = store.database();
        var ofUnits = database.getCollection("units");
        units = new MongoUnits(ofUnits, StoreUnderTest.aggregates(ofUnits, Topic.REGISTRY));
        var ofAccounts = database.getCollection("accounts");
        accounts = new MongoAccounts(ofAccounts, StoreUnderTest.aggregates(ofAccounts, Topic.REGISTRY));
        var ofStaff = database.getCollection("staff");
        appointments = new MongoAppointments(ofStaff, StoreUnderTest.aggregates(ofStaff, Topic.REGISTRY));
    }

    @Override
    protected Register.Units units() {
        return units;
    }

    @Override
    protected Register.Accounts accounts() {
        return accounts;
    }

    @Override
    protected Register.Appointments appointments() {
        return appointments;
    }
}
