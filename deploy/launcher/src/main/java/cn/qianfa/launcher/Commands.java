package cn.qianfa.launcher;

import cn.qianfa.launcher.build.Layout;
import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.home.Secrets;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.part.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each part is called: its command line and what it is told through its environment. */
final class Commands {
    private static final List<String> EVERY = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError", // a part that is dead is seen to be dead
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    /** Four services on a small machine spend more on compiling well than they win; the rules' engine wins. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** Nobody who watches a demonstration waits ten minutes. */
    private static final String DEMO_ESCALATION = "20s";

    private final Path java;
    private final Settings settings;
    private final Home home;
    private final Layout layout;
    private final Ports ports;

    Commands(Path java, Settings settings, Home home, Layout layout, Ports ports) {
        this.java = java;
        this.settings = settings;
        this.home = home;
        this.layout = layout;
        this.ports = ports;
    }

    List<String> line(Part part) {
        List<String> line = new ArrayList<>();
        line.add(java.toString());
        line.addAll(EVERY);
        line.add(part.isService() ? "-Xmx256m" : "-Xmx512m");
        if (part != Part.RULES) {
            line.add(QUICK);
        }
        line.addAll(settings.jvmOptions().getOrDefault(part, List.of()));
        line.addAll(program(part));
        return line;
    }

    private List<String> program(Part part) {
        var jar = layout.jar(part).toString();
        return switch (part) {
            case BROKER -> embedded(jar, "cn.qianfa.embedded.broker.BrokerServer", part, home.kafka());
            case STORE -> embedded(jar, "cn.qianfa.embedded.store.StoreServer", part, home.store());
            case APPROVAL, RULES, MONITORING, GATEWAY -> List.of("-jar", jar);
        };
    }

    private List<String> embedded(String jar, String main, Part part, Path directory) {
        return List.of(
                "-cp",
                jar,
                main,
                "--port",
                Integer.toString(ports.of(part)),
                "--directory",
                directory.toString(),
                "--run-directory",
                home.run().toString());
    }

    Map<String, String> environment(Part part) {
        return part.isService() ? service(part) : Map.of();
    }

    private Map<String, String> service(Part part) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(ports.of(part)));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.managementOf(part)));
        environment.put(
                "KAFKA_BOOTSTRAP_SERVERS", settings.kafka().orElseGet(() -> "127.0.0.1:" + ports.of(Part.BROKER)));
        environment.put("MONGODB_URI", settings.mongo().orElseGet(() -> "mongodb://127.0.0.1:" + ports.of(Part.STORE)));
        environment.put("QIANFA_DELIVERY_INSTANCE", part.label()); // one of each: it takes up its place again at once
        environment.put("QIANFA_DATA", home.root().toString());
        environment.put("QIANFA_SECRETS", home.secrets().toString());
        for (var other : Part.services()) {
            environment.put("QIANFA_" + other.name() + "_URL", ports.url(other));
        }
        environment.put("QIANFA_CONTENT_RULES_URL", ports.url(Part.RULES));
        if (!settings.hasPublicAddress()) {
            environment.put("QIANFA_SITE_URL", ports.url(Part.GATEWAY));
        }
        if (part == Part.MONITORING) {
            environment.putAll(alerts());
        }
        environment.putAll(secrets(part));
        return environment;
    }

    private Map<String, String> alerts() {
        Map<String, String> alerts = new HashMap<>();
        settings.receiver().ifPresent(url -> alerts.put("QIANFA_WEBHOOK_URL", url));
        if (new Secrets(home).isDemo() && !settings.hasEscalation()) {
            alerts.put("QIANFA_ESCALATION", DEMO_ESCALATION);
        }
        return alerts;
    }

    /** Each service is told what it needs and no more. */
    private Map<String, String> secrets(Part part) {
        var secrets = new Secrets(home);
        return switch (part) {
            case GATEWAY -> Map.of("QIANFA_ADMIN_PASSWORD", secrets.adminPassword());
            case APPROVAL -> Map.of("QIANFA_TICKET_KEY", secrets.ticketKey());
            case MONITORING ->
                Map.of("QIANFA_TICKET_KEY", secrets.ticketKey(), "QIANFA_WEBHOOK_KEY", secrets.webhookKey());
            case RULES, BROKER, STORE -> Map.of();
        };
    }
}
