package cn.qianfa.gateway.limit;

import java.time.Duration;

/**
 * How much may be asked for in a time. It comes back evenly: a third of the time brings back a third of the requests.
 *
 * @param window whole seconds
 */
public record Quota(int requests, Duration window) {
    public Quota {
        if (requests < 1 || window.compareTo(Duration.ofSeconds(1)) < 0 || window.getNano() != 0) {
            throw new IllegalArgumentException(
                    "limit: %d in %s (expected: 1 or more, in whole seconds)".formatted(requests, window));
        }
    }
}
