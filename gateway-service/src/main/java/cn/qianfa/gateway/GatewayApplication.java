package cn.qianfa.gateway;

import cn.qianfa.contracts.delivery.wiring.DeliveryConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(GatewaySettings.class)
@Import(DeliveryConfiguration.class)
public class GatewayApplication {
    static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
