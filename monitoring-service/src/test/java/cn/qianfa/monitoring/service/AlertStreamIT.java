package cn.qianfa.monitoring.service;

import static cn.qianfa.monitoring.service.RunningMonitoring.OFFICER;
import static cn.qianfa.monitoring.service.RunningMonitoring.STRANGER;
import static cn.qianfa.monitoring.service.RunningMonitoring.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever looks on sees what stands open, then each change, until the service stops. */
@Tag("article-13")
class AlertStreamIT {
    /** A browser that looks on; what it heard, event by event. */
    private static final class Looking {
        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Void> end;

        Looking(Client client) {
            var request = client.request("/api/v1/alerts/stream").build();
            end = HTTP.sendAsync(request, BodyHandlers.ofLines()).thenAccept(answer -> {
                heard.add(answer.headers().firstValue("content-type").orElse(""));
                answer.body().filter(line -> !line.isEmpty()).forEach(heard::add);
            });
        }

        String next() throws InterruptedException {
            return String.valueOf(heard.poll(60, SECONDS));
        }

        String nextChange() throws InterruptedException {
            assertThat(next()).isEqualTo("event:alert");
            return next();
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void showsWhatIsOpenThenEachChangeAndEndsWithTheService() throws Exception {
        var monitoring = new RunningMonitoring();
        try {
            var open = monitoring.openCase();
            var officer = new Looking(monitoring.as(OFFICER));
            var stranger = new Looking(monitoring.as(STRANGER));

            assertThat(officer.next()).startsWith("text/event-stream");
            assertThat(officer.next()).isEqualTo("event:snapshot");
            assertThat(officer.next()).contains(open, "\"OPEN\"");
            assertThat(stranger.next()).startsWith("text/event-stream");
            assertThat(stranger.next()).isEqualTo("event:snapshot");
            assertThat(stranger.next()).contains("\"items\":[]");

            monitoring.as(OFFICER).put("/api/v1/alerts/" + open + ".1/acknowledgement", "", "");
            var change = officer.nextChange();
            while (change.contains("\"OPEN\"")) { // what came while the snapshot was made is in both
                change = officer.nextChange();
            }
            assertThat(change).contains(open, "\"ACKNOWLEDGED\"", "duty1.health");

            monitoring.close();
            eventually().until(officer.end::isDone);
            eventually().until(stranger.end::isDone);
            assertThat(stranger.heard).noneMatch(line -> line.contains(open));
        } finally {
            monitoring.close();
        }
    }
}
