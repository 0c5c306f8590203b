package cn.qianfa.rules.matching;

import cn.qianfa.rules.ruleset.AllowContext;
import cn.qianfa.rules.text.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the phrases of the allow-contexts stand in one text, by group, in the order in which they end. */
public final class Marks {
    private final FoldedText text;
    private final Map<String, List<Mark>> marks = new HashMap<>();
    private long steps;

    /** Of one text; not shared between threads. */
    public Marks(FoldedText text) {
        this.text = text;
    }

    void add(AllowContext context, Occurrence at) {
        marks.computeIfAbsent(context.group(), _ -> new ArrayList<>()).add(new Mark(context, at.first(), at.last()));
    }

    /** True where a phrase of one of the groups stands so that what was found here is not meant. */
    public boolean allow(List<String> groups, Occurrence found) {
        for (var group : groups) {
            if (allows(marks.getOrDefault(group, List.of()), found)) {
                return true;
            }
        }
        return false;
    }

    /** How many steps the answers took so far. */
    public long steps() {
        return steps;
    }

    /** Phrases are short and must be near, so that only a bounded stretch of the marks can matter. */
    private boolean allows(List<Mark> group, Occurrence found) {
        for (var i = firstFrom(group, found.first() - 1 - AllowContext.FARTHEST); i < group.size(); i++) {
            steps++;
            var mark = group.get(i);
            if (mark.last() > found.last() + AllowContext.FARTHEST + AllowContext.LONGEST) {
                return false;
            }
            if (mark.covers(found) && sameClause(mark, found)) {
                return true;
            }
        }
        return false;
    }

    private boolean sameClause(Mark mark, Occurrence found) {
        return text.clause(Math.min(mark.first(), found.first())) == text.clause(Math.max(mark.last(), found.last()));
    }

    /** Index of the first mark which ends at this unit or later. */
    private int firstFrom(List<Mark> group, int unit) {
        var low = 0;
        var high = group.size();
        while (low < high) {
            steps++;
            var middle = (low + high) >>> 1;
            if (group.get(middle).last() < unit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private record Mark(AllowContext context, int first, int last) {
        boolean covers(Occurrence found) {
            return switch (context.position()) {
                case BEFORE -> last < found.first() && found.first() - last - 1 <= context.within();
                case AFTER -> first > found.last() && first - found.last() - 1 <= context.within();
                case AROUND -> first <= found.first() && last >= found.last();
            };
        }
    }
}
