package cn.qianfa.e2e.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.e2e.Scripts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real Prometheus and the real Alertmanager beside one installation, with the files of this tree but for ports and pace. */
record Watch(Program.Running prometheus, Program.Running alertmanager, String address) implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<String, String> DEFAULTS = Map.of(
            "127.0.0.1:9080", "gateway-management",
            "127.0.0.1:9081", "approval-management",
            "127.0.0.1:9082", "rules-management",
            "127.0.0.1:9083", "monitoring-management");

    static Watch over(Scripts installation, Path directory, int receiver) throws IOException {
        var alertmanager = Program.freePort();
        var prometheus = Program.freePort();
        write(
                directory,
                "alertmanager.yml",
                changed("alertmanager.yml")
                        .replace("127.0.0.1:8098", "127.0.0.1:" + receiver)
                        .replaceAll("group_(wait|interval): \\w+", "group_$1: 1s"));
        write(directory, "rules.yml", changed("rules.yml").replaceAll("for: \\w+", "for: 1s"));
        var config = changed("prometheus.yml")
                .replace("127.0.0.1:9093", "127.0.0.1:" + alertmanager)
                .replaceAll("(scrape_interval|scrape_timeout|evaluation_interval): \\w+", "$1: 2s");
        for (var port : DEFAULTS.entrySet()) {
            assertThat(config).contains(port.getKey());
            config = config.replace(port.getKey(), "127.0.0.1:" + installation.port(port.getValue()));
        }
        write(directory, "prometheus.yml", config);
        return start(directory, prometheus, alertmanager);
    }

    private static String changed(String name) {
        return Watched.text(Watched.PROMETHEUS.resolve(name));
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static Watch start(Path directory, int prometheus, int alertmanager) throws IOException {
        var watch = new Watch(
                Program.named("prometheus")
                        .start(
                                directory,
                                "--config.file=prometheus.yml",
                                "--web.listen-address=127.0.0.1:" + prometheus,
                                "--storage.tsdb.path=" + directory.resolve("prometheus-data")),
                Program.named("prometheus-alertmanager")
                        .start(
                                directory,
                                "--config.file=alertmanager.yml",
                                "--web.listen-address=127.0.0.1:" + alertmanager,
                                "--cluster.listen-address=",
                                "--storage.path=" + directory.resolve("alertmanager-data")),
                "http://127.0.0.1:" + prometheus);
        watch.isReady(watch.address, watch.prometheus);
        watch.isReady("http://127.0.0.1:" + alertmanager, watch.alertmanager);
        return watch;
    }

    private void isReady(String at, Program.Running program) {
        try {
            await().atMost(LONG).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
                assertThat(program.process().isAlive()).as(program.said()).isTrue();
                return get(at + "/-/ready").statusCode() == 200;
            });
        } catch (RuntimeException | AssertionError e) {
            close();
            throw e;
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address)).timeout(LONG).build(), BodyHandlers.ofString());
    }

    /** The answer of Prometheus' interface, which has to be a good one. */
    JsonNode ask(String path) {
        try {
            var answer = JsonMapper.shared()
                    .readTree(get(address + "/api/v1/" + path).body());
            assertThat(answer.path("status").asString())
                    .as("%s: %s", path, answer)
                    .isEqualTo("success");
            return answer.path("data");
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What a question is answered with just now. */
    List<JsonNode> query(String expression) {
        return ask("query?query=" + URLEncoder.encode(expression, UTF_8))
                .path("result")
                .valueStream()
                .toList();
    }

    /** The sum of a metric's series. */
    double sum(String selector) {
        return query("sum(" + selector + ")").stream()
                .mapToDouble(one -> Double.parseDouble(one.path("value").path(1).asString()))
                .sum();
    }

    Set<String> metrics() {
        return words(ask("label/__name__/values"));
    }

    Set<String> labels(String metric) {
        return words(ask("labels?match%5B%5D=" + metric));
    }

    private static Set<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        prometheus.close();
        alertmanager.close();
    }
}
