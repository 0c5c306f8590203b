package cn.qianfa.monitoring;

import cn.qianfa.contracts.delivery.wiring.DeliveryConfiguration;
import cn.qianfa.contracts.identity.IdentityConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@SpringBootApplication
@Import({DeliveryConfiguration.class, IdentityConfiguration.class})
public class MonitoringApplication {
    static void main(String[] arguments) {
        SpringApplication.run(MonitoringApplication.class, arguments);
    }
}
