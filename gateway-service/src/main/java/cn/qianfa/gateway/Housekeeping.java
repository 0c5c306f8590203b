package cn.qianfa.gateway;

import cn.qianfa.gateway.credential.Attempts;
import cn.qianfa.gateway.session.LiveStreams;
import cn.qianfa.gateway.session.SessionLife;
import cn.qianfa.gateway.session.Sessions;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the gateway does unasked: cuts streams whose session is over, and drops what nobody needs any more. */
@Component
class Housekeeping implements SmartLifecycle {
    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);

    private final LiveStreams streams;
    private final Sessions sessions;
    private final SessionLife life;
    private final Attempts attempts;
    private final InstantSource clock;
    private volatile boolean running;

    Housekeeping(LiveStreams streams, Sessions sessions, SessionLife life, Attempts attempts, InstantSource clock) {
        this.streams = streams;
        this.sessions = sessions;
        this.life = life;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void checkStreams() {
        streams.check();
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void sweep() {
        var now = clock.instant();
        sessions.sweep(now.minus(life.idle()), now.minus(life.longest()));
        attempts.sweep(now.minus(ATTEMPTS_KEPT));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for its last requests: a stream would keep it waiting. */
    @Override
    public void stop() {
        streams.cutAll();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
