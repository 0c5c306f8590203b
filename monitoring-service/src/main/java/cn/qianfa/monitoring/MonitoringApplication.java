package cn.qianfa.monitoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class MonitoringApplication {
    static void main(String[] arguments) {
        SpringApplication.run(MonitoringApplication.class, arguments);
    }
}
