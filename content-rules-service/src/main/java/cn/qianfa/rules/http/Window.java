package cn.qianfa.rules.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code ?limit=50&after=...}.
 *
 * @param after opaque, from an earlier answer's {@code next}; null for the beginning
 */
public record Window(int limit, @Nullable String after) {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    static Window of(@Nullable String limit, @Nullable String after) {
        if (limit == null) {
            return new Window(USUAL, after);
        }
        var number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MOST) {
            throw new BadRequest(Problem.INVALID, Breach.of("limit", limit, "expected.limit", MOST));
        }
        return new Window(number, after);
    }

    /** One more than is shown, so that it is known whether there are more. */
    public int reach() {
        return limit + 1;
    }

    /** A part of a list, as it is answered. */
    public record Part<V>(List<V> items, @Nullable String next) {}

    /**
     * @param found as many as {@link #reach}
     * @param id of one of them
     * @param shown one of them, as it is answered
     */
    public <T, V> Part<V> part(List<T> found, Function<T, String> id, Function<T, V> shown) {
        var here = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? id.apply(here.getLast()) : null;
        return new Part<>(here.stream().map(shown).toList(), next);
    }

    /** The place behind which the part begins; null for the beginning. */
    public <P> @Nullable P after(Function<String, Optional<P>> read) {
        if (after == null) {
            return null;
        }
        return read.apply(after)
                .orElseThrow(() -> new BadRequest(Problem.INVALID, Breach.of("after", after, "expected.after")));
    }
}
