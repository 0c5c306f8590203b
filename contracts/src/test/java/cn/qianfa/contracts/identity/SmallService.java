package cn.qianfa.contracts.identity;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service with one route that says who asks, and one for everyone. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({IdentityConfiguration.class, SmallService.Routes.class})
class SmallService {
    static ConfigurableApplicationContext start(URI gateway) {
        var service = new SpringApplication(SmallService.class);
        service.setDefaultProperties(Map.of(
                "spring.application.name", Tokens.SERVICE,
                "qianfa.gateway.url", gateway.toString(),
                "server.address", "127.0.0.1",
                "server.port", "0",
                "management.server.address", "127.0.0.1",
                "management.server.port", "0"));
        return service.run();
    }

    static URI at(ConfigurableApplicationContext service, String port, String path) {
        return URI.create("http://127.0.0.1:"
                + requireNonNull(service.getEnvironment().getProperty("local." + port + ".port"))
                + path);
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    PublicRoutes open() {
        return PublicRoutes.of("GET /site/{account}");
    }

    @RestController
    static class Routes {
        @GetMapping("/me")
        Actor me(Actor actor) {
            return actor;
        }

        @GetMapping("/site/{account}")
        String read() {
            return "read";
        }

        @PostMapping("/site/{account}")
        String write() {
            return "written";
        }
    }
}
