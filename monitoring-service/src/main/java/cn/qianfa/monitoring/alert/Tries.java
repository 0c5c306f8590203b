package cn.qianfa.monitoring.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * How often it was tried to tell an alert, and what came of it.
 *
 * @param begun each is counted before its call, so one that was cut short counts too
 * @param newest the outcomes, at most {@link #KEPT}, the newest last
 */
public record Tries(int begun, List<Attempt> newest) {
    /** A receiver may be away for a day. */
    static final int KEPT = 20;

    public static final Tries NONE = new Tries(0, List.of());

    public Tries {
        newest = List.copyOf(newest);
    }

    Tries begin() {
        return new Tries(begun + 1, newest);
    }

    Tries with(Attempt attempt) {
        var all = new ArrayList<>(newest);
        all.add(attempt);
        return new Tries(begun, all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }
}
