package cn.qianfa.contracts.delivery.wiring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Part of readiness: not ready before the first assignment of every consumer. */
final class AssignmentHealth implements HealthIndicator {
    private final Delivery delivery;

    AssignmentHealth(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public Health health() {
        return delivery.assigned()
                ? Health.up().build()
                : Health.down()
                        .withDetail("notAssigned", delivery.notListening())
                        .build();
    }
}
