package cn.qianfa.rules.service;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.rules.RulesApplication;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started, once for all tests that ask for it. */
final class RunningRules implements AutoCloseable {
    private final EmbeddedStack stack = EmbeddedStack.start();
    private final Wire wire = new Wire(stack);
    private final GatewayKeys gateway = new GatewayKeys();
    private final ConfigurableApplicationContext service;

    private RunningRules() {
        wire.create(Topic.DRAFTS);
        wire.create(Topic.COMMENTS);
        var settings = new HashMap<String, Object>(stack.settings());
        settings.putAll(Map.of(
                "qianfa.gateway.url", gateway.url(),
                "server.port", "0",
                "management.server.port", "0",
                "logging.structured.format.console", ""));
        service = new SpringApplication(RulesApplication.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Starts it unless it runs; JUnit stops it after the last test of all. */
    static RunningRules get(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(RunningRules.class, type -> new RunningRules(), RunningRules.class);
    }

    ConfigurableApplicationContext context() {
        return service;
    }

    EmbeddedStack stack() {
        return stack;
    }

    Wire wire() {
        return wire;
    }

    /** Somebody at their desk. */
    Client as(Actor actor) {
        return new Client(url(), () -> gateway.token(actor));
    }

    /** Anybody. */
    Client anybody() {
        return new Client(url(), null);
    }

    private String url() {
        return "http://127.0.0.1:" + requireNonNull(service.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        service.close();
        gateway.close();
        stack.close();
    }
}
