package cn.qianfa.rules.text;

import java.util.Arrays;

/** Collects the units of a text while it is read; the arrays grow with it. */
final class FoldedTextBuilder {
    private char[] units;
    private char[] steps;
    private char[] gaps;
    private int[] starts;
    private int[] ends;
    private int size;
    private int gap;

    FoldedTextBuilder(int expected) {
        var room = expected + 1;
        units = new char[room];
        steps = new char[room];
        gaps = new char[room];
        starts = new int[room];
        ends = new int[room];
    }

    void unit(char unit, int mask, int at, int length) {
        if (size + 1 == units.length) {
            grow(units.length * 2);
        }
        units[size] = unit;
        steps[size] = (char) mask;
        gaps[size] = (char) gap;
        starts[size] = at;
        ends[size] = at + length;
        size++;
        gap = 0;
    }

    /** A mark that clings to the unit before it lengthens that unit, so that no span cuts a character in two. */
    void gap(int mask, boolean clings, int at, int length) {
        if (clings && size > 0 && ends[size - 1] == at) {
            ends[size - 1] = at + length;
        }
        gap |= mask;
    }

    FoldedText build() {
        gaps[size] = (char) gap;
        return new FoldedText(units, steps, gaps, starts, ends, size);
    }

    private void grow(int room) {
        units = Arrays.copyOf(units, room);
        steps = Arrays.copyOf(steps, room);
        gaps = Arrays.copyOf(gaps, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
    }
}
