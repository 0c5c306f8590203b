package cn.qianfa.monitoring.alert.http;

import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.alert.Notice;
import cn.qianfa.monitoring.alert.Way;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Rings over HTTP by the Standard Webhooks convention; the one address is the operator's, never from content. */
final class WebhookBell implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookBell.class);
    private static final Duration CONNECTED = Duration.ofSeconds(2);
    private static final Duration ANSWERED = Duration.ofSeconds(5);
    private static final int SUCCESSES = 2;
    private static final int HUNDRED = 100;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTED)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration answered;
    private final URI address;
    private final WebhookSignature signature;
    private final InstantSource clock;
    private final AtomicBoolean away = new AtomicBoolean();

    WebhookBell(URI address, WebhookSignature signature, InstantSource clock) {
        this(address, signature, ANSWERED, clock);
    }

    WebhookBell(URI address, WebhookSignature signature, Duration answered, InstantSource clock) {
        this.answered = answered;
        this.address = address;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.WEBHOOK;
    }

    @Override
    public Duration longest() {
        return CONNECTED.plus(answered);
    }

    @Override
    public Rung ring(Call call) {
        var notice = call.said().getFirst().notice();
        try {
            var status = client.send(request(notice), BodyHandlers.discarding()).statusCode();
            return status / HUNDRED == SUCCESSES ? taken(status) : deferred(notice, "status " + status);
        } catch (IOException e) {
            return deferred(notice, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return deferred(notice, "this service stops");
        }
    }

    private HttpRequest request(Notice notice) {
        var id = notice.id().value();
        var timestamp = clock.instant().getEpochSecond();
        var body = WebhookBody.of(notice);
        return HttpRequest.newBuilder(address)
                .timeout(answered)
                .header("content-type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature.of(id, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Rung taken(int status) {
        if (away.compareAndSet(true, false)) {
            LOG.atInfo().log("The receiver takes alerts again");
        }
        return new Rung.Taken("status " + status);
    }

    /** Said once until it takes one again: a receiver that is away for a night is no reason to fill the log. */
    private Rung deferred(Notice notice, String why) {
        var level = away.compareAndSet(false, true) ? Level.WARN : Level.DEBUG;
        LOG.atLevel(level)
                .addKeyValue("alert", notice.id().value())
                .addKeyValue("unit", notice.matter().unit())
                .log("Not taken by the receiver, every alert is rung again: {}", why);
        return new Rung.Deferred(why);
    }
}
