package cn.qianfa.gateway.appointment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import cn.qianfa.gateway.appointment.Appointments;
import cn.qianfa.gateway.appointment.AppointmentsContract;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MongoAppointmentsTest extends AppointmentsContract implements OnEveryStore {
    private final StoreUnderTest store;

    MongoAppointmentsTest(StoreUnderTest store) {
        this.store = store;
    }

    @Override
    protected Appointments appointments() {
        return new MongoAppointments(store.database(), Clock.systemUTC(), UUID::randomUUID);
    }

    @Test
    void knowTheTreeOfUnits() {
        var units = new MongoUnits(store.database(), Clock.systemUTC(), UUID::randomUUID);

        units.mirror("district", null, new Position("approval.registry", "unit:district", 1, "a"));
        units.mirror("town", "district", new Position("approval.registry", "unit:town", 1, "b"));
        units.mirror("village", "town", new Position("approval.registry", "unit:village", 1, "c"));

        assertThat(units.covers("district", "village")).isTrue();
        assertThat(units.covers("town", "town")).isTrue();
        assertThat(units.covers("village", "town")).isFalse();
        assertThat(units.covers("district", "elsewhere")).isFalse();
    }
}
