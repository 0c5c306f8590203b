package cn.qianfa.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class GatewayApplication {
    static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
