package cn.qianfa.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether anything grows that should not under a steady load of drafts, comments and pages: {@code SteadyBench [minutes]}. It
 * wants the demonstration running, with a post of {@code site.health}, and somebody at its receiver. Every ten seconds it
 * looks at heap, threads, memory, files and how long things took; it compares the last third of the time with the middle.
 */
final class SteadyBench {
    private static final int USUAL_MINUTES = 30;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final int HOSTILE_OF = 20;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");
    private static final List<String> SERVICES = List.of("gateway", "approval", "rules", "monitoring");
    private static final List<String> PARTS =
            Stream.concat(SERVICES.stream(), Stream.of("store", "broker")).toList();

    private final Installation at;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, List<Double>> seen = new LinkedHashMap<>();

    private SteadyBench(Installation at) {
        this.at = at;
    }

    static void main(String[] arguments) throws Exception {
        var minutes = arguments.length == 0 ? USUAL_MINUTES : Integer.parseInt(arguments[0]);
        System.out.printf(
                "%s, Java %s, %d processors, %d minutes%n",
                Instant.now(), Runtime.version(), Runtime.getRuntime().availableProcessors(), minutes);
        var bench = new SteadyBench(Installation.running());
        bench.run(Duration.ofMinutes(minutes));
        bench.tell();
    }

    private void run(Duration length) throws Exception {
        try (var drafter = Colleague.signIn(at, "drafter.health");
                var citizen = Citizen.at(at, "site.health")) {
            var begun = System.nanoTime();
            var looked = begun;
            List<Double> drafts = new ArrayList<>();
            List<Double> comments = new ArrayList<>();
            for (var beat = 0; System.nanoTime() - begun < length.toNanos(); beat++) {
                drafts.add(took(() -> draft(drafter)));
                var words = beat % HOSTILE_OF == 0 ? Citizen.HOSTILE : Citizen.FRIENDLY;
                comments.add(
                        took(() -> citizen.comment(words, UUID.randomUUID()).join()));
                took(citizen::read);
                if (System.nanoTime() - looked > LOOK.toNanos()) {
                    looked = System.nanoTime();
                    note("a draft written and submitted, ms", median(drafts));
                    note("a comment taken, ms", median(comments));
                    drafts.clear();
                    comments.clear();
                    look();
                }
                var wait = begun + (beat + 1) * BEAT.toNanos() - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
            }
        }
    }

    private interface Doing {
        Object go() throws Exception;
    }

    private static double took(Doing doing) throws Exception {
        var begun = System.nanoTime();
        doing.go();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Object draft(Colleague drafter) throws IOException, InterruptedException {
        var written = drafter.ask(
                "POST",
                "/drafts",
                "{\"category\":\"CONVENIENCE\",\"importance\":\"ORDINARY\",\"text\":\"本周六上午免费义诊，咨询电话12345。\"}");
        return drafter.ask("POST", "/drafts/" + Colleague.field(ID, written) + "/submission", "{}");
    }

    private void look() throws Exception {
        for (var service : SERVICES) {
            var meters = get(at.url(service + "-management") + "/actuator/prometheus");
            note(service + ": heap live after collection, MB", sum(meters, "jvm_gc_live_data_size_bytes") / 1e6);
            note(service + ": threads", sum(meters, "jvm_threads_live_threads"));
        }
        for (var part : PARTS) {
            note(part + ": resident, MB", at.residentBytes(part) / 1e6);
        }
        note("store's files, MB", size(at.home().resolve("store")) / 1e6);
        note("broker's files, MB", size(at.home().resolve("kafka")) / 1e6);
    }

    private String get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private static double sum(String meters, String name) {
        return meters.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long size(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void note(String what, double value) {
        seen.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
    }

    private void tell() {
        System.out.printf("%-48s%12s%12s%12s%10s%n", "median of each third", "first", "middle", "last", "last/mid");
        seen.forEach((what, values) -> {
            var third = values.size() / 3;
            var middle = median(values.subList(third, 2 * third));
            var last = median(values.subList(2 * third, values.size()));
            System.out.printf(
                    Locale.ROOT,
                    "%-48s%12.1f%12.1f%12.1f%10.2f%n",
                    what,
                    median(values.subList(0, third)),
                    middle,
                    last,
                    last / middle);
        });
    }

    private static double median(List<Double> values) {
        return Sample.of(values.stream().mapToDouble(Double::doubleValue)).median();
    }
}
