package cn.qianfa.monitoring.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.contracts.identity.Ticket;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.monitoring.MonitoringApplication;
import cn.qianfa.monitoring.alert.smtp.MailServer;
import cn.qianfa.monitoring.service.Client.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started, with two units under the district and the duty officers of one of them. */
final class RunningMonitoring implements AutoCloseable {
    static final Actor OFFICER = new Actor("duty1.health", "health", Set.of(Role.DUTY_OFFICER));
    static final Actor DRAFTER = new Actor("drafter.health", "health", Set.of(Role.DRAFTER));
    static final Actor STRANGER = new Actor("duty1.roads", "roads", Set.of(Role.DUTY_OFFICER));
    static final Actor INSPECTOR = new Actor("inspector.district", "district", Set.of(Role.INSPECTOR));
    static final String HOSTILE = "你们这些废物,滚!";

    private static final String TICKET_KEY = "dGlja2V0cyBhcmUgc2VhbGVkIHdpdGggdGhpcyBrZXk";

    private final EmbeddedStack stack = EmbeddedStack.start();
    private final GatewayKeys gateway = new GatewayKeys();
    private final MailServer mail = new MailServer();
    private final TicketSeal seal = new TicketSeal(TICKET_KEY);
    private final ConfigurableApplicationContext service;

    RunningMonitoring() {
        var wire = new Wire(stack);
        for (var topic : List.of(Topic.COMMENT_VERDICTS, Topic.REGISTRY, Topic.PUBLICATIONS)) {
            wire.create(topic);
        }
        var settings = new HashMap<String, Object>(stack.settings());
        settings.putAll(Map.of(
                "qianfa.gateway.url", gateway.url(),
                "qianfa.ticket.key", TICKET_KEY,
                "server.port", "0",
                "management.server.port", "0",
                "logging.structured.format.console", ""));
        settings.putAll(Map.of(
                "qianfa.mail.host", "127.0.0.1",
                "qianfa.mail.port", mail.port(),
                "qianfa.mail.from", "alerts@district.example",
                "qianfa.mail.budget", 1_000,
                "qianfa.mail.retry", "500ms"));
        service = new SpringApplication(MonitoringApplication.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        people(wire);
        eventually().until(() -> wire.hasTakenAllOf(Topic.REGISTRY, "monitoring.registry"));
    }

    private static void people(Wire wire) {
        wire.send(Wire.envelope(Topic.REGISTRY, new UnitRegistered("district", "区政府办公室", null, Instant.now()), 1));
        for (var unit : List.of("health", "roads")) {
            wire.send(Wire.envelope(Topic.REGISTRY, new UnitRegistered(unit, unit, "district", Instant.now()), 1));
        }
        for (var officer : List.of("duty1.health", "duty2.health")) {
            var roles = List.of("DUTY_OFFICER");
            var appointed = new StaffAppointed(
                    officer, "health", "值班员", roles, Instant.now(), Instant.now(), officer + "@health.example");
            wire.send(Wire.envelope(Topic.REGISTRY, appointed, 1));
        }
    }

    /** Starts it unless it runs; JUnit stops it after the last test of all. */
    static RunningMonitoring get(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(RunningMonitoring.class, type -> new RunningMonitoring(), RunningMonitoring.class);
    }

    /** Where this service sends its mail. */
    MailServer mail() {
        return mail;
    }

    EmbeddedStack stack() {
        return stack;
    }

    static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    /** Somebody at their desk. */
    Client as(Actor actor) {
        return new Client(url(), () -> gateway.token(actor));
    }

    /** Whoever has this token. */
    Client with(String token) {
        return new Client(url(), () -> token);
    }

    /** Anybody. */
    Client anybody() {
        return new Client(url(), null);
    }

    private String url() {
        return "http://127.0.0.1:" + requireNonNull(service.getEnvironment().getProperty("local.server.port"));
    }

    /** As the page of this post of health would seal it. */
    String ticket(String post) {
        return seal.seal(new Ticket(post, "site.health", "health"));
    }

    /** The public's form as a browser sends it. */
    Answer send(String post, String ticket, String text, String key) {
        return send(post, "ticket=" + encoded(ticket) + "&text=" + encoded(text) + "&key=" + encoded(key));
    }

    Answer send(String post, String form) {
        var client = anybody();
        return client.send(client.request("/site/site.health/posts/" + post + "/comments")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    /** What stands under a post, as the officer sees it. */
    Answer under(String post) {
        return as(OFFICER).get("/api/v1/comments?post=" + post);
    }

    /** A hostile comment under a post of health's, whose case is open. */
    String openCase() {
        var post = "post-" + UUID.randomUUID();
        send(post, ticket(post), HOSTILE, UUID.randomUUID().toString());
        var comment = under(post).json().get("items").get(0).get("id").asString();
        eventually().until(() -> as(OFFICER).get("/api/v1/cases/" + comment).status() == 200);
        return comment;
    }

    @Override
    public void close() {
        service.close();
        gateway.close();
        mail.close();
        stack.close();
    }
}
