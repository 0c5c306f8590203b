package cn.qianfa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The system that runs from {@code QIANFA_DATA}, as a demonstration.
 *
 * @param home its data directory
 * @param ports as the launcher handed them out, by part
 */
record Installation(Path home, Properties ports) {
    static Installation running() throws IOException {
        var home = Optional.ofNullable(System.getenv("QIANFA_DATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".qianfa"));
        var ports = new Properties();
        try (var lines = Files.newBufferedReader(home.resolve("run/ports.properties"))) {
            ports.load(lines);
        }
        return new Installation(home, ports);
    }

    /** @param part such as {@code gateway}, or {@code gateway-management} */
    String at(String part) {
        return "127.0.0.1:" + ports.getProperty(part);
    }

    String url(String part) {
        return "http://" + at(part);
    }

    String passwordOf(String name) throws IOException {
        return Files.readString(home.resolve("secrets/demo").resolve(name)).strip();
    }

    /** Of a part's process; 0 where it cannot be told. */
    long residentBytes(String part) throws IOException {
        var record = Files.readString(home.resolve("run").resolve(part + ".process"));
        var pid = record.lines().filter(line -> line.startsWith("pid=")).findFirst();
        if (pid.isEmpty()) {
            return 0;
        }
        try (var lines = Files.lines(Path.of("/proc", pid.get().substring("pid=".length()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        }
    }
}
