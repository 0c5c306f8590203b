package cn.qianfa.approval.registry.mongo;

import cn.qianfa.approval.Store;
import cn.qianfa.approval.registry.Register;
import cn.qianfa.approval.registry.RegisterContract;
import cn.qianfa.contracts.event.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoRegisterTest extends RegisterContract {
    private Store store;
    private Register.Units units;
    private Register.Accounts accounts;
    private Register.Appointments appointments;

    @BeforeAll
    void open(@TempDir Path directory) {
        store = new Store(directory);
    }

    @BeforeEach
    void empty() {
        var ofUnits = store.empty("units");
        units = new MongoUnits(ofUnits, Store.aggregates(ofUnits, Topic.REGISTRY));
        var ofAccounts = store.empty("accounts");
        accounts = new MongoAccounts(ofAccounts, Store.aggregates(ofAccounts, Topic.REGISTRY));
        var ofStaff = store.empty("staff");
        appointments = new MongoAppointments(ofStaff, Store.aggregates(ofStaff, Topic.REGISTRY));
    }

    @AfterAll
    void close() {
        store.close();
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
