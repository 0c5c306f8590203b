package cn.qianfa.monitoring.alert.http;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.alert.AlertFeed;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.casework.ReadCases;
import cn.qianfa.monitoring.http.Answers;
import cn.qianfa.monitoring.http.Window;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.Sight;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Live streams of alerts. They end before the server does, so that nobody who looks on holds up a restart. */
@RestController
class AlertStreams implements SmartLifecycle {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int SNAPSHOT = 200;

    private final AlertFeed feed;
    private final ReadCases readCases;
    private final Registry registry;
    private final AlertViews views;
    private final Answers answers;
    private final Set<AlertStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    AlertStreams(AlertFeed feed, ReadCases readCases, Registry registry, AlertViews views, Answers answers) {
        this.feed = feed;
        this.readCases = readCases;
        this.registry = registry;
        this.views = views;
        this.answers = answers;
    }

    /** First what stands open, then every change; what comes in between is in both, and nothing is in neither. */
    @GetMapping("/api/v1/alerts/stream")
    ResponseEntity<?> stream(Actor actor, HttpServletRequest request) {
        var sight = Sight.of(actor, registry.units());
        if (sight instanceof Sight.Nothing) {
            return answers.notPermitted(request);
        }
        var stream = new AlertStream(new SseEmitter(LONGEST.toMillis()), sight, views);
        open.add(stream);
        stream.start(feed, () -> snapshot(actor), () -> open.remove(stream));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream.emitter());
    }

    private Window.Part<AlertView> snapshot(Actor actor) {
        var window = new Window(SNAPSHOT, null);
        var found = readCases
                .page(null, Cases.State.OPEN, null, window.reach(), actor)
                .orElseThrow();
        return window.part(found, one -> one.value().id().value(), views.of(found));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(AlertStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
