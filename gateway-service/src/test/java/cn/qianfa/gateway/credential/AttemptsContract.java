package cn.qianfa.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every count of attempts keeps. */
@Tag("article-6")
public abstract class AttemptsContract {
    protected static final Duration LOCK = Duration.ofMinutes(15);

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Attempts attempts;

    private Instant now = Instant.parse("2026-11-24T01:00:00Z");

    protected abstract Attempts attempts();

    @BeforeEach
    void openAttempts() {
        attempts = attempts();
    }

    @Test
    void slowDownAndLockAfterFive() {
        use(1, "name");
        for (var pause : List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), LOCK)) {
            use(1, "name");

            assertThat(attempts.begin("name", now)).hasValue(pause);
        }
    }

    @Test
    void countOneNameApartFromAnother() {
        use(5, "name");

        assertThat(attempts.begin("name", now)).hasValue(LOCK);
        assertThat(attempts.begin("other", now)).isEmpty();
    }

    @Test
    void openAgainAfterTheLock() {
        use(5, "name");

        now = now.plus(LOCK);

        assertThat(attempts.begin("name", now)).isEmpty();
        assertThat(attempts.begin("name", now)).isEmpty();
    }

    @Test
    void forgetWhoWasRight() {
        use(5, "name");

        attempts.forget("name");

        assertThat(attempts.begin("name", now)).isEmpty();
    }

    @Test
    void sweepWhatIsLongAgo() {
        use(5, "name");

        attempts.sweep(now.plusSeconds(1));

        assertThat(attempts.begin("name", now)).isEmpty();
    }

    @Test
    void letFewThroughHoweverManyComeAtOnce() throws Exception {
        var let = new ArrayList<Future<Boolean>>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var guess = 0; guess < 100; guess++) {
                Callable<Boolean> begin = () -> attempts.begin("name", now).isEmpty();
                let.add(many.submit(begin));
            }
        }

        assertThat(let)
                .filteredOn(Future::resultNow)
                .hasSizeBetween(1, 2); // the second is let in at once, the third is not
    }

    /** As many as are counted, each after the pause before it. */
    private void use(int times, String name) {
        for (var time = 0; time < times; time++) {
            var wait = attempts.begin(name, now);
            if (wait.isPresent()) {
                now = now.plus(wait.get());
                assertThat(attempts.begin(name, now)).isEmpty();
            }
        }
    }
}
