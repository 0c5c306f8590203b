package cn.qianfa.faults.checker;

import java.util.ArrayList;
import java.util.List;

/** What one rule found. */
final class Verdict {
    private final String rule;
    private final List<String> offences = new ArrayList<>();
    private int checked;

    Verdict(String rule) {
        this.rule = rule;
    }

    /** One more was looked at, and holds or does not. */
    void check(boolean holds, Line where, String otherwise) {
        checked++;
        if (!holds) {
            offences.add(where.where() + ": " + otherwise);
        }
    }

    String rule() {
        return rule;
    }

    int checked() {
        return checked;
    }

    List<String> offences() {
        return offences;
    }

    /** A rule that checked nothing has not passed: a campaign in which nothing happened proves nothing. */
    boolean holds() {
        return checked > 0 && offences.isEmpty();
    }

    @Override
    public String toString() {
        var state = holds() ? "holds" : checked == 0 ? "CHECKED NOTHING" : "BROKEN";
        return "%-22s %-8s %6d checked, %d broken".formatted(rule, state, checked, offences.size());
    }
}
