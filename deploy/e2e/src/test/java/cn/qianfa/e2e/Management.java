package cn.qianfa.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one instance of a service tells whoever runs it. */
record Management(int port) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern SERIES = Pattern.compile("^(\\w+)\\{([^}]*)} (\\S+)$", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    boolean isReady() {
        return says("/actuator/health/readiness");
    }

    /** Nothing waits long to be sent, and nothing waits for a person. */
    boolean isDelivered() {
        return says("/actuator/health/delivery");
    }

    private boolean says(String path) {
        try {
            return get(path).statusCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet, or not any more
        }
    }

    /** The series of a meter by the value of one tag. */
    Map<String, Double> meter(String name, String tag) throws IOException {
        var value = Pattern.compile(tag + "=\"([^\"]*)\"");
        return SERIES.matcher(get("/actuator/prometheus").body())
                .results()
                .filter(found -> found.group(1).equals(name))
                .flatMap(found -> value.matcher(found.group(2))
                        .results()
                        .map(tagged -> Map.entry(tagged.group(1), Double.parseDouble(found.group(3)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Double::sum));
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            var address = URI.create("http://127.0.0.1:" + port + path);
            return HTTP.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
