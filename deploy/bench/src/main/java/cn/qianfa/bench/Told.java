package cn.qianfa.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** When one way first told of each comment. */
final class Told {
    private static final Pattern COMMENT = Pattern.compile("\"comment\":\"([0-9a-f-]{36})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Long> told = new ConcurrentHashMap<>();

    /** @param alert as it came */
    void note(String alert) {
        var comment = COMMENT.matcher(alert);
        if (comment.find()) {
            told.putIfAbsent(comment.group(1), System.nanoTime());
        }
    }

    boolean of(String comment) {
        return told.containsKey(comment);
    }

    boolean ofAll(Collection<String> comments) {
        return told.keySet().containsAll(comments);
    }

    /** How long after that moment, by {@link System#nanoTime}, it told of the comment; it must have. */
    double millisecondsAfter(long moment, String comment) {
        return (requireNonNull(told.get(comment)) - moment) / 1e6;
    }

    /** Waits until it tells of any comment after that moment. @return how long after, in milliseconds */
    double nextAfter(long moment) throws InterruptedException {
        while (System.nanoTime() - moment < PATIENCE.toNanos()) {
            var next = told.values().stream().filter(at -> at >= moment).min(Long::compare);
            if (next.isPresent()) {
                return (next.get() - moment) / 1e6;
            }
            Thread.sleep(1);
        }
        throw new IllegalStateException("not told within " + PATIENCE);
    }
}
