package cn.qianfa.monitoring.alert.http;

import cn.qianfa.monitoring.alert.AlertFeed;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.http.Window;
import cn.qianfa.monitoring.registry.Sight;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser that looks on. One that cannot keep up is let go; once it connects again it sees everything open. */
final class AlertStream {
    private static final Logger LOG = LoggerFactory.getLogger(AlertStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int WAITING = 1_000;

    private final SseEmitter emitter;
    private final Sight sight;
    private final AlertViews views;
    private final BlockingQueue<Case> changes = new ArrayBlockingQueue<>(WAITING);
    private volatile @Nullable Thread writer;
    private volatile boolean over;

    AlertStream(SseEmitter emitter, Sight sight, AlertViews views) {
        this.emitter = emitter;
        this.sight = sight;
        this.views = views;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** @param after what is done once the stream is over, whatever ended it */
    void start(AlertFeed feed, Supplier<Window.Part<AlertView>> snapshot, Runnable after) {
        var listening = feed.listen(this::heard);
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(broken -> close());
        writer = Thread.ofVirtual().name("alert-stream").start(() -> {
            try (listening) {
                write(snapshot);
            } finally {
                after.run();
            }
        });
    }

    private void heard(Case changed) {
        if (sight.covers(changed.matter().unit()) && !changes.offer(changed)) {
            close();
        }
    }

    private void write(Supplier<Window.Part<AlertView>> snapshot) {
        try {
            send("snapshot", snapshot.get());
            while (!over) {
                var changed = changes.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (changed == null) {
                    emitter.send(SseEmitter.event().comment("heartbeat"));
                } else {
                    send("alert", views.of(changed));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.atDebug().log("A stream is over: {}", e.toString()); // the browser went away
        } catch (InterruptedException e) {
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.atWarn().log("A stream ends: {}", e.toString());
            emitter.completeWithError(e);
        }
    }

    private void send(String name, Object body) throws IOException {
        emitter.send(SseEmitter.event().name(name).data(body, MediaType.APPLICATION_JSON));
    }

    void close() {
        over = true;
        var thread = writer;
        if (thread != null && thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }
}
