package cn.qianfa.gateway.running;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.gateway.GatewayApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway with its store, its broker and three services behind it. */
public final class RunningGateway implements AutoCloseable {
    public static final String ADMIN_PASSWORD = "correct horse battery";
    public static final String PASSWORD = "起草一篇稿件要看三遍才放心";

    private final EmbeddedStack stack = EmbeddedStack.start();
    private final Registry registry = new Registry(stack.bootstrapServers());
    private final Behind approval = new Behind("approval");
    private final Behind contentRules = new Behind("content-rules");
    private final Behind monitoring = new Behind("monitoring");
    private final Path secrets = temporary();
    private final Map<String, Object> settings = new HashMap<>();
    private ConfigurableApplicationContext context;

    private final ApplicationListener<?>[] listeners;

    private RunningGateway(Map<String, Object> different, ApplicationListener<?>... listeners) {
        this.listeners = listeners;
        settings.putAll(stack.settings());
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("qianfa.gateway.secrets", secrets.resolve("made").toString());
        settings.put("qianfa.gateway.admin-password", ADMIN_PASSWORD);
        settings.put("qianfa.gateway.services.approval", approval.url());
        settings.put("qianfa.gateway.services.content-rules", contentRules.url());
        settings.put("qianfa.gateway.services.monitoring", monitoring.url());
        settings.put("qianfa.gateway.services.answer", "3s");
        settings.put("logging.structured.format.console", "");
        settings.putAll(different);
        context = run();
    }

    public static RunningGateway start() {
        return start(Map.of());
    }

    public static RunningGateway start(Map<String, Object> different) {
        return new RunningGateway(different);
    }

    /** @param listening is told as soon as it takes connections, before its start is over */
    public static RunningGateway start(ApplicationListener<WebServerInitializedEvent> listening) {
        return new RunningGateway(Map.of(), listening);
    }

    private ConfigurableApplicationContext run() {
        var application = new SpringApplication(GatewayApplication.class);
        application.addListeners(listeners);
        var arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
                .toArray(String[]::new);
        return application.run(arguments);
    }

    /** Stops it and starts it again on the same store and secrets; its port is another. */
    public void restart() {
        context.close();
        context = run();
    }

    public Registry registry() {
        return registry;
    }

    public EmbeddedStack stack() {
        return stack;
    }

    public Behind approval() {
        return approval;
    }

    public Behind contentRules() {
        return contentRules;
    }

    public Behind monitoring() {
        return monitoring;
    }

    public Path secrets() {
        return secrets.resolve("made");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI at(String path) {
        return at("server", path);
    }

    public URI management(String path) {
        return at("management", path);
    }

    private URI at(String port, String path) {
        var number = requireNonNull(context.getEnvironment().getProperty("local." + port + ".port"));
        return URI.create("http://127.0.0.1:" + number + path);
    }

    public Browser browser() {
        return new Browser(this);
    }

    /** The district's administrator, once the registry's word has arrived. */
    public Browser admin() {
        registry.unit("district", null);
        registry.appoints("admin", "district", Role.ADMIN);
        var browser = browser();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.signIn("admin", ADMIN_PASSWORD).statusCode() == 200);
        return browser;
    }

    /** Someone the administrator has let set a password, signed in. */
    public Browser signedIn(Browser admin, String staff, String unit, Role... roles) {
        registry.appoints(staff, unit, roles);
        var code = await().atMost(Duration.ofSeconds(60))
                .until(() -> admin.activationCode(staff), answer -> answer.statusCode() == 201)
                .body();
        var browser = browser();
        browser.activate(Json.text(code, "activationCode"), PASSWORD);
        browser.signIn(staff, PASSWORD);
        return browser;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("gateway");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        registry.close();
        approval.close();
        contentRules.close();
        monitoring.close();
        stack.close();
    }
}
