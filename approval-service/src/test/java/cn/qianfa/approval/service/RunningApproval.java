package cn.qianfa.approval.service;

import static java.util.Objects.requireNonNull;

import cn.qianfa.approval.ApprovalApplication;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started, once for all tests that ask for it. */
final class RunningApproval implements AutoCloseable {
    static final String TICKET_KEY = "dGlja2V0cyBhcmUgc2VhbGVkIHdpdGggdGhpcyBrZXk";

    private final EmbeddedStack stack = EmbeddedStack.start();
    private final GatewayKeys gateway = new GatewayKeys();
    private final Wire wire = new Wire(stack);
    private final ConfigurableApplicationContext service;

    private RunningApproval() {
        wire.create(Topic.DRAFT_VERDICTS);
        var settings = new HashMap<String, Object>(stack.settings());
        settings.putAll(Map.of(
                "qianfa.gateway.url", gateway.url(),
                "qianfa.site.ticket-key", TICKET_KEY,
                "server.port", "0",
                "management.server.port", "0",
                "logging.structured.format.console", ""));
        var application = new SpringApplication(ApprovalApplication.class);
        application.setDefaultProperties(settings);
        service = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** Starts it unless it runs; JUnit stops it after the last test of all. */
    static RunningApproval get(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(RunningApproval.class, type -> new RunningApproval(), RunningApproval.class);
    }

    ConfigurableApplicationContext context() {
        return service;
    }

    Wire wire() {
        return wire;
    }

    EmbeddedStack stack() {
        return stack;
    }

    /** Somebody at their desk. */
    Client as(Actor actor) {
        return new Client(url("server"), () -> gateway.token(actor));
    }

    /** Anybody. */
    Client anybody() {
        return new Client(url("server"), null);
    }

    Client management() {
        return new Client(url("management"), null);
    }

    private String url(String port) {
        return "http://127.0.0.1:" + requireNonNull(service.getEnvironment().getProperty("local." + port + ".port"));
    }

    @Override
    public void close() {
        service.close();
        gateway.close();
        stack.close();
    }
}
