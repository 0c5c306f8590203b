package cn.qianfa.contracts.crash;

import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.wiring.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Scanner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs a real service whose clients are watched, and takes orders on standard input: {@code arm POINT [TOPIC]} or words for the
 * service's {@link Orders}.
 */
public final class CrashingService {
    static final String READY = "READY";
    static final String DID = "DID ";

    /** What the service is told to do, by words. A test of the service provides it as a bean. */
    @FunctionalInterface
    public interface Orders {
        /** @return what to print */
        String obey(String words);
    }

    @Configuration(proxyBeanMethods = false)
    static class Watched {
        @Bean
        MongoClientSettingsBuilderCustomizer watchedCommands() {
            return settings -> settings.addCommandListener(new CrashingCommands());
        }
    }

    private CrashingService() {}

    /** @param arguments the classes of the service and of its orders, comma-separated, then Spring's arguments */
    static void main(String[] arguments) throws ClassNotFoundException {
        var sources = new ArrayList<Class<?>>();
        for (var name : arguments[0].split(",")) {
            sources.add(Class.forName(name));
        }
        sources.add(Watched.class);
        var service = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .properties(Map.of(
                        "spring.kafka.producer.properties.interceptor.classes", CrashingRecords.class.getName(),
                        "spring.kafka.consumer.properties.interceptor.classes", CrashingRecords.class.getName()))
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
        takeOrders(service);
    }

    private static void takeOrders(ConfigurableApplicationContext service) {
        var delivery = service.getBean(Delivery.class);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(delivery::assigned);
        say(READY);
        try (var orders = new Scanner(System.in)) {
            while (orders.hasNextLine()) {
                obey(service, orders.nextLine());
            }
        }
        service.close();
    }

    private static void obey(ConfigurableApplicationContext service, String words) {
        if (words.startsWith("arm ")) {
            var where = words.split(" ");
            CrashPoint.arm(CrashPoint.valueOf(where[1]), where.length > 2 ? where[2] : "");
            say(DID + words);
            return;
        }
        say(DID + service.getBean(Orders.class).obey(words));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
