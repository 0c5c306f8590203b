package cn.qianfa.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How it runs, read from environment variables; {@code README.md} has the table.
 *
 * @param port on 127.0.0.1; 0 for a free one
 * @param key what senders sign with: {@code whsec_} and base64
 */
record ReceiverSettings(int port, String key) {
    private static final int DEFAULT_PORT = 8099;
    private static final int LAST_PORT = 65_535;

    static ReceiverSettings from(Map<String, String> environment) {
        return new ReceiverSettings(port(environment), key(environment));
    }

    private static int port(Map<String, String> environment) {
        var port = text(environment, "QIANFA_RECEIVER_PORT").orElse(Integer.toString(DEFAULT_PORT));
        if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= LAST_PORT) {
            return Integer.parseInt(port);
        }
        throw new Refused("setting.port", port, LAST_PORT);
    }

    /** The installation's own key where there is one, as {@code deploy/up} tells the sender the same. */
    private static String key(Map<String, String> environment) {
        var file = home(environment).resolve("secrets").resolve("webhook.key");
        try {
            return Files.exists(file)
                    ? Files.readString(file).strip()
                    : text(environment, "QIANFA_WEBHOOK_KEY").orElseThrow(() -> new Refused("key.none", file));
        } catch (IOException e) {
            throw new Refused("key.unreadable", file, e);
        }
    }

    private static Path home(Map<String, String> environment) {
        var home = text(environment, "QIANFA_DATA")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".qianfa"));
        if (home.isAbsolute()) {
            return home;
        }
        throw new Refused("setting.home", home);
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
