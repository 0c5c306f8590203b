package cn.qianfa.rules.matching;

import java.util.Arrays;

/**
 * The edges of a trie: from a state, by a character, to a state. Those of the root are an array, so that the root has
 * an edge for every character (back to itself where no word begins); the others share one open hash table.
 */
final class Transitions {
    private final int[] fromRoot = new int[0x10000];
    /** State and character of an edge, plus one; 0 where the place is free. */
    private long[] keys = new long[1 << 10];

    private int[] targets = new int[1 << 10];
    private int edges;

    private int[] parents = new int[1 << 10];
    private char[] characters = new char[1 << 10];
    private int[] depths = new int[1 << 10];
    private int states = 1;

    int states() {
        return states;
    }

    int parent(int state) {
        return parents[state];
    }

    char by(int state) {
        return characters[state];
    }

    /** Where the edge leads, or -1 where there is none. From the root there always is one. */
    int next(int state, char by) {
        if (state == 0) {
            return fromRoot[by];
        }
        var place = place(keys, key(state, by));
        return keys[place] == 0 ? -1 : targets[place];
    }

    int nextOrNew(int state, char by) {
        var known = next(state, by);
        if (known > 0) {
            return known;
        }
        var added = addState(state, by);
        if (state == 0) {
            fromRoot[by] = added;
        } else {
            addEdge(key(state, by), added);
        }
        return added;
    }

    /** All states but the root, the shallow ones first. */
    int[] byDepth() {
        var next = new int[depths[deepest()] + 2];
        for (var state = 1; state < states; state++) {
            next[depths[state] + 1]++;
        }
        for (var depth = 1; depth < next.length; depth++) {
            next[depth] += next[depth - 1];
        }
        var ordered = new int[states - 1];
        for (var state = 1; state < states; state++) {
            ordered[next[depths[state]]++] = state;
        }
        return ordered;
    }

    private int deepest() {
        var deepest = 0;
        for (var state = 1; state < states; state++) {
            deepest = depths[state] > depths[deepest] ? state : deepest;
        }
        return deepest;
    }

    private int addState(int parent, char by) {
        if (states == parents.length) {
            parents = Arrays.copyOf(parents, states * 2);
            characters = Arrays.copyOf(characters, states * 2);
            depths = Arrays.copyOf(depths, states * 2);
        }
        parents[states] = parent;
        characters[states] = by;
        depths[states] = depths[parent] + 1;
        return states++;
    }

    private void addEdge(long key, int target) {
        if (++edges * 2 > keys.length) {
            grow();
        }
        var place = place(keys, key);
        keys[place] = key;
        targets[place] = target;
    }

    private void grow() {
        var roomier = new long[keys.length * 2];
        var moved = new int[keys.length * 2];
        for (var i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                var place = place(roomier, keys[i]);
                roomier[place] = keys[i];
                moved[place] = targets[i];
            }
        }
        keys = roomier;
        targets = moved;
    }

    private static long key(int state, char by) {
        return ((long) state << 16 | by) + 1;
    }

    /** Where the key is, or the free place where it belongs. */
    private static int place(long[] keys, long key) {
        var mask = keys.length - 1;
        var place = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }
}
