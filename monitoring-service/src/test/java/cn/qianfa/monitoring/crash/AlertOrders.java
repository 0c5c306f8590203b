package cn.qianfa.monitoring.crash;

import cn.qianfa.contracts.crash.CrashingService.Orders;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.monitoring.casework.AcknowledgeCase;
import cn.qianfa.monitoring.casework.CaseId;
import java.util.Set;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Given to the process by name, and found by no scan. {@code fall FALL} arms it; {@code acknowledge CASE} is the officer on duty. */
class AlertOrders {
    private static final Actor OFFICER = new Actor("duty1.health", "health", Set.of(Role.DUTY_OFFICER));

    @Bean
    static AlertFalls falls() {
        return new AlertFalls();
    }

    @Bean
    static MongoClientSettingsBuilderCustomizer watchedAlerts(AlertFalls falls) {
        return settings -> settings.addCommandListener(falls);
    }

    @Bean
    Orders officer(AcknowledgeCase acknowledge, AlertFalls falls) {
        return order -> {
            var words = order.split(" ");
            if (words[0].equals("fall")) {
                falls.arm(AlertFalls.Fall.valueOf(words[1]));
                return order;
            }
            return acknowledge
                    .acknowledge(new CaseId(words[1]), 1, OFFICER)
                    .getClass()
                    .getSimpleName();
        };
    }
}
