package cn.qianfa.embedded.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the broker is started with.
 *
 * @param port the clients' port on 127.0.0.1, 0 for a free one
 * @param controllerPort the port the broker talks to itself on, 0 for a free one
 * @param runDirectory where {@code broker.port} is written, or null for nowhere
 */
record BrokerOptions(
        Path directory,
        int port,
        int controllerPort,
        @Nullable Path runDirectory) {
    private static final Set<String> KNOWN = Set.of("--directory", "--port", "--controller-port", "--run-directory");

    static BrokerOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (var i = 0; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new BrokerNotStarted("option: " + arguments[i]
                        + " (expected: --directory DIR [--port N] [--controller-port N] [--run-directory DIR])");
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        var directory = given.get("--directory");
        if (directory == null) {
            throw new BrokerNotStarted("--directory: none (expected: where the broker's records lie)");
        }
        var run = given.get("--run-directory");
        return new BrokerOptions(
                Path.of(directory),
                port(given, "--port"),
                port(given, "--controller-port"),
                run == null ? null : Path.of(run));
    }

    private static int port(Map<String, String> given, String option) {
        var text = given.getOrDefault(option, "0");
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new BrokerNotStarted(option + ": " + text + " (expected: 0 to 65535)");
    }
}
