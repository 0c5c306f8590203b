package cn.qianfa.launcher;

import cn.qianfa.launcher.part.Door;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.speech.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How this installation is to run, read from environment variables; {@code deploy/README.md} has the table.
 *
 * @param home where everything of this installation lies
 * @param ports the wanted port of each door, 0 for a free one; only of parts that are to run
 * @param kafka a broker elsewhere ({@code host:port}), instead of the embedded one
 * @param mongo a store elsewhere ({@code mongodb://…}), instead of the embedded one
 * @param hasPublicAddress whether it is set under which address the public finds the site; else it is the gateway's
 * @param hasEscalation whether it is set how long one person has to acknowledge
 * @param receiver where alerts are told to go, as nothing is said about it; empty where something is
 * @param freeBytes how much must be free on the disk of {@code home}
 * @param start how long parts may take until they are ready
 * @param stop how long a part may take to stop before it is killed
 * @param logBytes from which size on a log is put aside when its part starts
 * @param logAge how long logs put aside are kept
 */
record Settings(
        Path home,
        Map<Door, Integer> ports,
        Optional<String> kafka,
        Optional<String> mongo,
        boolean hasPublicAddress,
        boolean hasEscalation,
        Optional<String> receiver,
        long freeBytes,
        Duration start,
        Duration stop,
        long logBytes,
        Duration logAge,
        Map<Part, List<String>> jvmOptions) {
    private static final long MEBIBYTE = 1024 * 1024;

    static Settings from(Map<String, String> environment) {
        var kafka = text(environment, "KAFKA_BOOTSTRAP_SERVERS");
        var mongo = text(environment, "MONGODB_URI");
        return new Settings(
                home(environment),
                ports(environment, parts(kafka, mongo)),
                kafka,
                mongo,
                text(environment, "QIANFA_SITE_URL").isPresent(),
                text(environment, "QIANFA_ESCALATION").isPresent(),
                receiver(environment),
                number(environment, "QIANFA_MIN_FREE_MB", 1024, Integer.MAX_VALUE) * MEBIBYTE,
                Duration.ofSeconds(number(environment, "QIANFA_START_SECONDS", 180, 3600)),
                Duration.ofSeconds(number(environment, "QIANFA_STOP_SECONDS", 30, 3600)),
                number(environment, "QIANFA_LOG_MB", 20, 10_000) * MEBIBYTE,
                Duration.ofDays(number(environment, "QIANFA_LOG_DAYS", 180, 36_500)),
                jvmOptions(environment));
    }

    /** The parts that run here. */
    Set<Part> parts() {
        return parts(kafka, mongo);
    }

    /** @throws Refused if the store or the broker is elsewhere, where it is backed up by its own means */
    void mustBeEmbedded() {
        if (kafka.isPresent() || mongo.isPresent()) {
            throw new Refused("backup.elsewhere");
        }
    }

    private static Set<Part> parts(Optional<String> kafka, Optional<String> mongo) {
        var parts = EnumSet.allOf(Part.class);
        kafka.ifPresent(_ -> parts.remove(Part.BROKER));
        mongo.ifPresent(_ -> parts.remove(Part.STORE));
        return parts;
    }

    private static Path home(Map<String, String> environment) {
        var home = text(environment, "QIANFA_DATA")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".qianfa"));
        if (home.isAbsolute()) {
            return home.normalize();
        }
        throw new Refused("setting.home", home);
    }

    private static Map<Door, Integer> ports(Map<String, String> environment, Set<Part> parts) {
        Map<Door, Integer> ports = new LinkedHashMap<>();
        for (var door : Door.of(parts)) {
            var port = (int) number(environment, door.setting(), door.defaultPort(), 65_535);
            if (port != 0 && ports.containsValue(port)) {
                throw new Refused("port.twice", port, door.setting());
            }
            ports.put(door, port);
        }
        return ports;
    }

    /** An address that is set, even to nothing, is the operator's word; else alerts go to deploy/receive. */
    private static Optional<String> receiver(Map<String, String> environment) {
        var port = number(environment, "QIANFA_RECEIVER_PORT", 8099, 65_535);
        return environment.containsKey("QIANFA_WEBHOOK_URL") || port == 0
                ? Optional.empty()
                : Optional.of("http://127.0.0.1:" + port + "/");
    }

    /** Flags given here come last, and of two equal flags the virtual machine takes the last. */
    private static Map<Part, List<String>> jvmOptions(Map<String, String> environment) {
        Map<Part, List<String>> options = new EnumMap<>(Part.class);
        for (var part : Part.values()) {
            options.put(
                    part,
                    text(environment, part.jvmSetting())
                            .map(flags -> List.of(flags.split("\\s+")))
                            .orElse(List.of()));
        }
        return options;
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static long number(Map<String, String> environment, String name, int otherwise, int most) {
        var text = text(environment, name).orElse(Integer.toString(otherwise));
        if (text.matches("\\d{1,10}") && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        throw new Refused("setting.number", name, text, most);
    }
}
