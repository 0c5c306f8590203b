package cn.qianfa.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A drafter who writes and submits without a pause, whatever happens meanwhile. Every answer is what was asked for, or an
 * honest refusal: try again in a moment.
 */
final class SteadyClient implements AutoCloseable {
    private static final String DRAFT =
            "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"下周二上午社区健康讲座，咨询电话12345。\"}";

    private final Person drafter;
    private final List<String> submitted = new CopyOnWriteArrayList<>();
    private final List<Answered> refused = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> work;
    private volatile boolean tired;

    SteadyClient(Person drafter) {
        this.drafter = drafter;
        this.work = CompletableFuture.runAsync(this::work, Executors.newVirtualThreadPerTaskExecutor());
    }

    private void work() {
        while (!tired) {
            var written = drafter.post("/api/v1/drafts", DRAFT);
            if (written.status() == 201) {
                submit(written.field("id"));
            } else {
                refused(written);
            }
        }
    }

    private void submit(String draft) {
        while (!tired) {
            var answer = drafter.post("/api/v1/drafts/" + draft + "/submission", "{}");
            if (answer.status() == 202) {
                submitted.add(draft);
                return;
            }
            refused(answer);
        }
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

    /** Stops, and tells which drafts were taken. */
    List<String> rest() {
        tired = true;
        requireNonNull(work).join();
        System.out.printf("%d drafts were taken, %d answers were 503%n", submitted.size(), refused.size());
        return new ArrayList<>(submitted);
    }

    @Override
    public void close() {
        tired = true;
    }
}
