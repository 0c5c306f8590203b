package cn.qianfa.rules.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all of many words in one pass (Aho and Corasick, 1975). The number of steps is at most two for each character
 * and one for each word found, whatever the text. A character which begins no word costs one look into an array.
 */
final class Automaton {
    private static final int ROOT = 0;

    private final Transitions transitions;
    private final int[] fail;
    /** The word which ends in a state, or -1; where several are spelled alike, the last of them. */
    private final int[] word;
    /** The nearest shorter state in which a word ends, or -1. */
    private final int[] shorter;
    /** The word before this one which is spelled alike, or -1. */
    private final int[] alike;

    private Automaton(Transitions transitions, int states, int[] word, int[] alike) {
        this.transitions = transitions;
        this.word = word;
        this.alike = alike;
        this.fail = new int[states];
        this.shorter = new int[states];
    }

    /** The words to look for; a word is reported by its index here. None may be empty. */
    static Automaton of(List<char[]> words) {
        var transitions = new Transitions();
        var ends = new int[words.size()];
        for (var i = 0; i < ends.length; i++) {
            ends[i] = insert(transitions, words.get(i));
        }
        var word = new int[transitions.states()];
        var alike = new int[ends.length];
        Arrays.fill(word, -1);
        for (var i = 0; i < ends.length; i++) {
            alike[i] = word[ends[i]];
            word[ends[i]] = i;
        }
        var automaton = new Automaton(transitions, transitions.states(), word, alike);
        automaton.link();
        return automaton;
    }

    /**
     * Reports every word in the text, in the order in which they end.
     *
     * @return the number of steps it took
     */
    long scan(char[] text, int length, Found found) {
        var steps = 0L;
        var state = ROOT;
        for (var i = 0; i < length; i++) {
            var next = transitions.next(state, text[i]);
            steps++;
            while (next < 0) {
                state = fail[state];
                next = transitions.next(state, text[i]);
                steps++;
            }
            state = next;
            steps += report(state, i, found);
        }
        return steps;
    }

    private int report(int state, int at, Found found) {
        var reported = 0;
        for (var s = word[state] >= 0 ? state : shorter[state]; s >= 0; s = shorter[s]) {
            for (var w = word[s]; w >= 0; w = alike[w]) {
                found.at(at, w);
                reported++;
            }
        }
        return reported;
    }

    private static int insert(Transitions transitions, char[] word) {
        if (word.length == 0) {
            throw new IllegalArgumentException("word: '' (expected: one character or more)");
        }
        var state = ROOT;
        for (var c : word) {
            state = transitions.nextOrNew(state, c);
        }
        return state;
    }

    private void link() {
        shorter[ROOT] = -1;
        for (var state : transitions.byDepth()) {
            var parent = transitions.parent(state);
            fail[state] = parent == ROOT ? ROOT : longestSuffix(parent, transitions.by(state));
            shorter[state] = word[fail[state]] >= 0 ? fail[state] : shorter[fail[state]];
        }
    }

    private int longestSuffix(int parent, char by) {
        var state = fail[parent];
        var next = transitions.next(state, by);
        while (next < 0) {
            state = fail[state];
            next = transitions.next(state, by);
        }
        return next;
    }

    /** Told of each word. */
    interface Found {
        /**
         * @param end index of the word's last character
         * @param word its index
         */
        void at(int end, int word);
    }
}
