package cn.qianfa.rules.text;

/**
 * A text as it is read: units, each with its place in the original and what was skipped before it. Places are UTF-16
 * offsets of the original; the end of a unit is exclusive and includes the marks that cling to it.
 */
public final class FoldedText {
    private final char[] units;
    private final char[] steps;
    private final char[] gaps;
    private final int[] starts;
    private final int[] ends;
    private final int[] clauses;
    private final int size;

    FoldedText(char[] units, char[] steps, char[] gaps, int[] starts, int[] ends, int size) {
        this.units = units;
        this.steps = steps;
        this.gaps = gaps;
        this.starts = starts;
        this.ends = ends;
        this.size = size;
        this.clauses = clauses(gaps, size);
    }

    /** How many units the text has. */
    public int size() {
        return size;
    }

    public char unit(int i) {
        return units[i];
    }

    /** The steps which made unit i plain, as a mask. */
    public int steps(int i) {
        return steps[i];
    }

    /** What was skipped before unit i ({@link Gap}); for {@code size()}, after the last one. */
    public int gap(int i) {
        return gaps[i];
    }

    public int start(int i) {
        return starts[i];
    }

    public int end(int i) {
        return ends[i];
    }

    /** Index of the unit which covers this offset of the original, or of the next one after it. */
    public int unitAt(int offset) {
        var low = 0;
        var high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (ends[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The number of the clause unit i stands in. */
    public int clause(int i) {
        return clauses[i];
    }

    /** The steps of all units from first to last (inclusive) and of the gaps between them. */
    public int steps(int first, int last) {
        var mask = (int) steps[first];
        for (var i = first + 1; i <= last; i++) {
            mask |= steps[i] | gaps[i];
        }
        return mask;
    }

    /** True where a Latin letter or digit stands directly against another one before unit i. */
    public boolean joinsWord(int i) {
        return i > 0 && i < size && gaps[i] == 0 && isWord(units[i - 1]) && isWord(units[i]);
    }

    private static boolean isWord(char unit) {
        return unit < 0x80 && Character.isLetterOrDigit(unit);
    }

    private static int[] clauses(char[] gaps, int size) {
        var clauses = new int[size];
        var clause = 0;
        for (var i = 0; i < size; i++) {
            clause += (gaps[i] & Gap.CLAUSE) == 0 ? 0 : 1;
            clauses[i] = clause;
        }
        return clauses;
    }
}
