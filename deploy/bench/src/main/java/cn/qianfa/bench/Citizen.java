package cn.qianfa.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** The public in front of a unit's newest post. */
final class Citizen implements AutoCloseable {
    static final String HOSTILE = "一群骗子，明天我带刀去你们单位。";
    static final String FRIENDLY = "谢谢你们，义诊安排得很好。";
    static final int TAKEN = 303;

    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String page;
    private final String ticket;

    private Citizen(String page) throws IOException, InterruptedException {
        this.page = page;
        this.ticket = Colleague.field(TICKET, get(page));
    }

    /** @param account of the site, such as {@code site.health}; it must have a post */
    static Citizen at(Installation at, String account) throws IOException, InterruptedException {
        var post = Pattern.compile("href=\"(/site/" + Pattern.quote(account) + "/posts/[^\"]+)\"");
        try (var client = HttpClient.newHttpClient()) {
            var list = HttpRequest.newBuilder(URI.create(at.url("gateway") + "/site/" + account))
                    .build();
            var listed = client.send(list, BodyHandlers.ofString()).body();
            return new Citizen(at.url("gateway") + Colleague.field(post, listed));
        }
    }

    private String get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    /** Fetches the page. */
    String read() throws IOException, InterruptedException {
        return get(page);
    }

    /** @return the status; {@link #TAKEN} if it was taken */
    CompletableFuture<Integer> comment(String text, UUID key) {
        var form = "ticket=%s&key=%s&text=%s"
                .formatted(URLEncoder.encode(ticket, UTF_8), key, URLEncoder.encode(text, UTF_8));
        var request = HttpRequest.newBuilder(URI.create(page + "/comments"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
