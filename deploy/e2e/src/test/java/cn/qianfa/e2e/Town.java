package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One running installation with the demonstration's units and staff, and a receiver of its alerts. */
public final class Town implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Pattern HIDDEN = Pattern.compile("name=\"(ticket|key)\" value=\"([^\"]*)\"");

    private final Scripts scripts;
    private final Scripts.Call receiver;
    private final Supplier<String> gateway;
    private final int traceServer;
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    private Town(Scripts scripts, Scripts.Call receiver, Supplier<String> gateway, int traceServer) {
        this.scripts = scripts;
        this.receiver = receiver;
        this.gateway = gateway;
        this.traceServer = traceServer;
    }

    /** @param escalation how long one officer has to answer, as the setting has it */
    public static Town open(Path directory, String escalation) throws IOException {
        return open(Scripts.of(directory), escalation);
    }

    static Town open(Scripts settings, String escalation) throws IOException {
        return open(settings.with("QIANFA_ESCALATION", escalation), 0);
    }

    /** The same, and its services tell their spans at {@link #traceServer}, where nobody listens so far. */
    static Town traced(Path directory, String escalation) throws IOException {
        var port = freePort();
        var scripts = Scripts.of(directory)
                .with("QIANFA_ESCALATION", escalation)
                .with("QIANFA_TRACING_URL", "http://127.0.0.1:%s/api/v2/spans".formatted(port));
        return open(scripts, Integer.parseInt(port));
    }

    private static Town open(Scripts settled, int traceServer) throws IOException {
        var scripts = withoutLimits(settled).with("QIANFA_RECEIVER_PORT", freePort());
        var up = scripts.run("up", "--demo");
        assertThat(up.code()).as(up.said()).isZero();
        var receiver = scripts.start("receive");
        await().atMost(LONG).until(() -> receiver.said().contains("Waiting for alerts"));
        return new Town(scripts, receiver, () -> "http://127.0.0.1:" + port(scripts, "gateway"), traceServer);
    }

    /** On a fast machine one client is quicker than any person may be; the gateway's own tests are about that. */
    private static Scripts withoutLimits(Scripts settled) {
        var scripts = settled;
        for (var lane : List.of("PERSON", "DRAFT", "EMERGENCY", "ALERTS", "SESSION", "SIGN_IN", "COMMENT", "ADDRESS")) {
            scripts = scripts.with("QIANFA_RATE_" + lane, "1000000");
        }
        return scripts;
    }

    /** The same town, entered elsewhere; its people sign in anew. */
    Town through(Supplier<String> otherGateway) {
        return new Town(scripts, receiver, otherGateway, traceServer);
    }

    static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** The port on which a trace server is to listen. */
    int traceServer() {
        return traceServer;
    }

    public Scripts scripts() {
        return scripts;
    }

    /** The same session again for the same name: people stay signed in. */
    public Person person(String name) {
        return people.computeIfAbsent(name, this::signIn);
    }

    /** Another session: whatever becomes of it, the shared one goes on. */
    public Person signIn(String name) {
        return signIn(name, password(name));
    }

    /** Of one of the demonstration's people. */
    String password(String name) {
        try {
            return Files.readString(scripts.home().resolve("secrets/demo").resolve(name))
                    .strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Somebody the demonstration has not. */
    public Person signIn(String name, String password) {
        return Person.signIn(gateway, name, password);
    }

    /** Everybody who has signed in so far. */
    Collection<Person> people() {
        return people.values();
    }

    /** Everything the receiver of alerts has printed. */
    String receiverSaid() {
        return receiver.said();
    }

    public Person somebody() {
        return Person.fromTheStreet(gateway);
    }

    /** Where everything of this installation lies. */
    public Path home() {
        return scripts.home();
    }

    /** Where the one the scripts started is. */
    String url(String part) {
        return "http://127.0.0.1:" + port(part);
    }

    /** The port of a part, as {@code deploy/status} has it. */
    public int port(String part) {
        return port(scripts, part);
    }

    private static int port(Scripts scripts, String part) {
        try {
            return scripts.port(part);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Fills in the form under a post as a browser would. */
    public Answered comment(String page, String text) {
        return comment(page, text, UUID.randomUUID().toString());
    }

    Answered comment(String page, String text, String key) {
        var form = HIDDEN.matcher(somebody().get(page).is(200).text())
                .results()
                .filter(found -> found.group(1).equals("ticket"))
                .map(found -> "ticket=" + encoded(found.group(2)))
                .findFirst()
                .orElseThrow();
        var body = form + "&key=" + encoded(key) + "&text=" + encoded(text);
        return somebody()
                .send(
                        "POST",
                        page + "/comments",
                        body.getBytes(UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** How often the receiver was told of this alert as a new one. */
    public long received(String alert) {
        return receiver.said()
                .lines()
                .filter(line -> line.contains(" ALERT ") && line.endsWith(" id " + alert))
                .count();
    }

    /** Ends one part as an operator does: what it is at, it finishes. */
    void end(String part) throws IOException {
        var pid = scripts.process(part);
        assertThat(ProcessHandle.of(pid).orElseThrow().destroy()).isTrue();
        await().atMost(LONG).until(() -> ProcessHandle.of(pid).isEmpty());
    }

    /** Ends one part as a power cut would. */
    public void kill(String part) throws IOException {
        var pid = Scripts.pid(scripts.run("status"), part);
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        await().atMost(LONG).until(() -> ProcessHandle.of(pid).isEmpty());
    }

    /** Starts what is not running. */
    public void up() throws IOException {
        up(scripts);
    }

    /** Starts what is not running, told this one thing otherwise. */
    void up(String setting, String value) throws IOException {
        up(scripts.with(setting, value));
    }

    private static void up(Scripts scripts) throws IOException {
        var up = scripts.run("up");
        assertThat(up.code()).as(up.said()).isZero();
    }

    @Override
    public void close() throws IOException {
        scripts.endEverything();
        try (var files = Files.walk(scripts.outputs())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
