package cn.qianfa.e2e.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files an operations team takes from this tree, and the meters they may speak of. */
final class Watched {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
    static final List<String> DASHBOARDS = List.of("business", "delivery", "services");

    private static final Pattern METER = Pattern.compile("\"(qianfa\\.[a-z.]+)\"");

    private Watched() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> rules() {
        return new YAMLMapper()
                .readTree(text(PROMETHEUS.resolve("rules.yml")))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    static JsonNode dashboard(String name) {
        return JsonMapper.shared().readTree(text(ROOT.resolve("deploy/grafana/" + name + ".json")));
    }

    static Stream<Query> queries(String dashboard) {
        return dashboard(dashboard)
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> new Query(target.path("expr").asString()));
    }

    /** The names in every enum of meters, read from the sources: nothing of the services is on this class path. */
    static Set<String> meters() {
        Set<String> meters = new TreeSet<>();
        for (var module : List.of(
                "contracts", "approval-service", "content-rules-service", "gateway-service", "monitoring-service")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.getFileName().toString().endsWith("Meter.java"))
                        .flatMap(file -> METER.matcher(text(file)).results())
                        .forEach(found -> meters.add(found.group(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return meters;
    }
}
