package cn.qianfa.gateway.running;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.identity.IdentityConfiguration;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service that verifies who acts as every service does, and says what it understood. No component, so that the
 * gateway's own scan does not find it.
 */
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import(IdentityConfiguration.class)
public class RealService {
    public static ConfigurableApplicationContext start(String name, URI gateway) {
        return new SpringApplication(RealService.class)
                .run(List.of(
                                "spring.application.name=" + name,
                                "qianfa.gateway.url=" + gateway,
                                "server.address=127.0.0.1",
                                "server.port=0",
                                "management.server.port=0",
                                "spring.config.name=of-its-own") // not the gateway's settings
                        .stream()
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    public static URI url(ConfigurableApplicationContext service) {
        return URI.create(
                "http://127.0.0.1:" + requireNonNull(service.getEnvironment().getProperty("local.server.port")));
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    RouterFunction<ServerResponse> whoAmI() {
        return RouterFunctions.route()
                .GET("/who", _ -> ServerResponse.ok().body(actor()))
                .build();
    }

    private static Object actor() {
        var known = requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        return requireNonNull(known.getPrincipal());
    }
}
