package cn.qianfa.rules;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class RulesApplication {
    static void main(String[] arguments) {
        SpringApplication.run(RulesApplication.class, arguments);
    }
}
