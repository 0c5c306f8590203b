package cn.qianfa.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A drafter who writes and submits without a pause, whatever happens meanwhile. Every answer is what was asked for, or an
 * honest refusal: try again in a moment.
 */
final class SteadyClient implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int LAST_WORDS = 40; // lines
    private static final String DRAFT =
            "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"下周二上午社区健康讲座，咨询电话12345。\"}";

    private final Person drafter;
    private final Path gateway;
    private final List<String> submitted = new CopyOnWriteArrayList<>();
    private final List<Answered> refused = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> work;
    private volatile boolean tired;
    private volatile String now = "nothing";

    /** @param gateway what the gateway says of itself, to tell why somebody had to wait */
    SteadyClient(Person drafter, Path gateway) {
        this.drafter = drafter;
        this.gateway = gateway;
        this.work = CompletableFuture.runAsync(this::work, Executors.newVirtualThreadPerTaskExecutor());
    }

    private void work() {
        while (!tired) {
            var written = post("/api/v1/drafts", DRAFT);
            if (written.status() == 201) {
                submit(written.field("id"));
            } else {
                refused(written);
            }
        }
    }

    private void submit(String draft) {
        while (!tired) {
            var answer = post("/api/v1/drafts/" + draft + "/submission", "{}");
            if (answer.status() == 202) {
                submitted.add(draft);
                return;
            }
            refused(answer);
        }
    }

    private Answered post(String path, String json) {
        now = path + " since " + Instant.now();
        return drafter.post(path, json);
    }

    private void refused(Answered answer) {
        refused.add(answer.isProblem(503, "unavailable"));
        assertThat(answer.header("retry-after")).isNotBlank();
    }

    /** How many drafts were taken so far. */
    int submitted() {
        assertThat(work).as("the client still works").isNotCompletedExceptionally();
        return submitted.size();
    }

    /** Until some more drafts were taken. */
    void goesOn() {
        var before = submitted();
        try {
            await().atMost(LONG).until(() -> submitted() > before + 5);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("%s; %d when it was last well%n%s".formatted(this, before, lastWords()), e);
        }
    }

    private String lastWords() {
        try (var lines = Files.lines(gateway)) {
            var said = lines.toList();
            return String.join("\n", said.subList(Math.max(0, said.size() - LAST_WORDS), said.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Stops, and tells which drafts were taken. */
    List<String> rest() {
        tired = true;
        requireNonNull(work).join();
        System.out.println(this);
        return new ArrayList<>(submitted);
    }

    @Override
    public void close() {
        tired = true;
    }

    @Override
    public String toString() {
        return "%d drafts were taken, %d answers were 503, the last of them %s; now at %s"
                .formatted(
                        submitted.size(),
                        refused.size(),
                        refused.isEmpty() ? "none" : refused.getLast().text(),
                        now);
    }
}
