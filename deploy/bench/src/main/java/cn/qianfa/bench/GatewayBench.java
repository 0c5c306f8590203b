package cn.qianfa.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * What the gateway costs: one public page fetched through it and directly from its service, in turns, by clients on virtual
 * threads: {@code GatewayBench [clients] [turns]}. It wants the demonstration running, with a post of {@code site.health} and
 * rate limits that let the load pass.
 */
final class GatewayBench {
    private static final int USUAL_CLIENTS = 32;
    private static final int USUAL_TURNS = 9;
    private static final Duration TURN = Duration.ofSeconds(3);
    private static final Pattern POST = Pattern.compile("href=\"(/site/site\\.health/posts/[^\"]+)\"");
    private static final int FOUND = 200;

    private GatewayBench() {}

    private record Turn(double perSecond, Sample took) {}

    static void main(String[] arguments) throws Exception {
        var clients = arguments.length == 0 ? USUAL_CLIENTS : Integer.parseInt(arguments[0]);
        var turns = arguments.length < 2 ? USUAL_TURNS : Integer.parseInt(arguments[1]);
        var at = Installation.running();
        System.out.printf(
                "%s, Java %s, %d processors, %d clients%n",
                Instant.now(), Runtime.version(), Runtime.getRuntime().availableProcessors(), clients);
        try (var client = HttpClient.newHttpClient()) {
            var list = HttpRequest.newBuilder(URI.create(at.url("gateway") + "/site/site.health"))
                    .build();
            var post = Colleague.field(
                    POST, client.send(list, BodyHandlers.ofString()).body());
            List<Turn> through = new ArrayList<>();
            List<Turn> direct = new ArrayList<>();
            turn(client, at.url("gateway") + post, clients);
            turn(client, at.url("approval") + post, clients);
            for (var i = 0; i < turns; i++) {
                through.add(turn(client, at.url("gateway") + post, clients));
                direct.add(turn(client, at.url("approval") + post, clients));
            }
            tell(through, direct);
        }
    }

    private static Turn turn(HttpClient client, String page, int clients) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(page)).build();
        Collection<Double> took = new ConcurrentLinkedQueue<>();
        var begun = System.nanoTime();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> asking = new ArrayList<>();
            for (var i = 0; i < clients; i++) {
                asking.add(workers.submit(() -> {
                    while (System.nanoTime() - begun < TURN.toNanos()) {
                        var asked = System.nanoTime();
                        var status =
                                client.send(request, BodyHandlers.discarding()).statusCode();
                        if (status != FOUND) {
                            throw new IllegalStateException(page + ": " + status);
                        }
                        took.add((System.nanoTime() - asked) / 1e6);
                    }
                    return null;
                }));
            }
            for (var one : asking) {
                one.get();
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        return new Turn(took.size() / seconds, Sample.of(took.stream().mapToDouble(Double::doubleValue)));
    }

    private static void tell(List<Turn> through, List<Turn> direct) {
        List<Double> throughput = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        System.out.printf("%-8s%14s%14s%14s%14s%n", "turn", "gateway /s", "direct /s", "gateway 99%", "direct 99%");
        for (var i = 0; i < through.size(); i++) {
            var one = through.get(i);
            var other = direct.get(i);
            throughput.add(one.perSecond() / other.perSecond());
            late.add(one.took().p99() / other.took().p99());
            System.out.printf(
                    "%-8d%14.0f%14.0f%14.1f%14.1f%n",
                    i + 1,
                    one.perSecond(),
                    other.perSecond(),
                    one.took().p99(),
                    other.took().p99());
        }
        System.out.printf(
                "median of the ratios: throughput %.2f, 99%% %.2f%n",
                Sample.of(throughput.stream().mapToDouble(Double::doubleValue)).median(),
                Sample.of(late.stream().mapToDouble(Double::doubleValue)).median());
    }
}
