package cn.qianfa.gateway;

import cn.qianfa.contracts.delivery.wiring.DeliveryConfiguration;
import cn.qianfa.contracts.identity.IdentityConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@SpringBootApplication
@Import({DeliveryConfiguration.class, IdentityConfiguration.class})
public class GatewayApplication {
    static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
