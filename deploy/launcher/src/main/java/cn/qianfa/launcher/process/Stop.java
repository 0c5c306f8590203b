package cn.qianfa.launcher.process;

import java.time.Duration;
import java.util.Collection;

/** Ends processes: all are asked together, those that do not listen are killed. */
public final class Stop {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private Stop() {}

    /**
     * @param bound how long they may take
     * @return whether all ended by themselves
     */
    public static boolean all(Collection<Life> lives, Duration bound) throws InterruptedException {
        lives.forEach(Life::terminate);
        if (areGone(lives, bound)) {
            return true;
        }
        lives.forEach(Life::kill);
        areGone(lives, AFTER_KILL);
        return false;
    }

    private static boolean areGone(Collection<Life> lives, Duration bound) throws InterruptedException {
        var end = System.nanoTime() + bound.toNanos();
        while (lives.stream().anyMatch(Life::isAlive)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }
}
