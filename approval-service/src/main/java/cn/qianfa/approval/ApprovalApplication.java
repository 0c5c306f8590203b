package cn.qianfa.approval;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class ApprovalApplication {
    static void main(String[] arguments) {
        SpringApplication.run(ApprovalApplication.class, arguments);
    }
}
