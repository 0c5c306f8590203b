package cn.qianfa.rules.matching;

import cn.qianfa.rules.ruleset.Entry.Boundary;
import cn.qianfa.rules.ruleset.Entry.Spelling;
import cn.qianfa.rules.text.FoldTable;
import cn.qianfa.rules.text.Gap;
import cn.qianfa.rules.text.Likeness;
import cn.qianfa.rules.text.Step;
import org.jspecify.annotations.Nullable;

/** A word to look for. The automaton finds where its shape stands; this decides whether the word itself does. */
final class Word {
    private final Runs own;
    private final Spelling spelling;
    private final Boundary boundary;

    private Word(Runs own, Spelling spelling, Boundary boundary) {
        this.own = own;
        this.spelling = spelling;
        this.boundary = boundary;
    }

    static Word of(String text, Spelling spelling, Boundary boundary) {
        var own = Runs.of(FoldTable.standard().read(text));
        if (own.size() == 0) {
            throw new IllegalArgumentException("word: '" + text + "' (expected: a letter or digit at least)");
        }
        return new Word(own, spelling, boundary);
    }

    char[] shape() {
        return own.ownShapes();
    }

    /** How many characters it has, repeats joined. */
    int length() {
        return own.size();
    }

    /** The word where its shape ends in this run of the text, or null where it is another one. */
    @Nullable
    Occurrence endingAt(int lastRun, Runs text) {
        var firstRun = lastRun - own.size() + 1;
        var likeness = likeness(firstRun, text);
        if (likeness == Likeness.NONE) {
            return null;
        }
        var first = firstUnit(firstRun, text);
        var last = lastUnit(lastRun, text);
        if (boundary == Boundary.WORD
                && (text.text().joinsWord(first) || text.text().joinsWord(last + 1))) {
            return null;
        }
        return judged(first, last, firstRun, likeness | repeats(firstRun, text), text);
    }

    /** Half of the word, at least, must be written as it is; of a word of two, no letter may be replaced. */
    private int likeness(int firstRun, Runs text) {
        var mask = 0;
        var replaced = 0;
        for (var i = 0; i < own.size(); i++) {
            var step = Likeness.step(text.character(firstRun + i), own.character(i));
            if (step == Likeness.NONE || text.count(firstRun + i) < own.count(i)) {
                return Likeness.NONE;
            }
            mask |= step;
            replaced += step == 0 ? 0 : 1;
        }
        var tooShort = Step.LEET.in(mask) && own.size() < 3;
        return tooShort || replaced * 2 > own.size() ? Likeness.NONE : mask;
    }

    /** At its edges a word takes no more repetitions than it has itself: 赌博博物馆 holds 赌博 and 博物馆. */
    private int firstUnit(int run, Runs text) {
        return boundary == Boundary.WORD || own.size() == 1 ? text.first(run) : text.first(run + 1) - own.count(0);
    }

    private int lastUnit(int run, Runs text) {
        return boundary == Boundary.WORD ? text.first(run + 1) - 1 : text.first(run) + own.count(own.size() - 1) - 1;
    }

    private int repeats(int firstRun, Runs text) {
        var edge = boundary == Boundary.WORD ? 0 : 1;
        for (var i = edge; i < own.size() - edge; i++) {
            if (text.count(firstRun + i) > own.count(i)) {
                return Step.REPEATS.bit();
            }
        }
        return 0;
    }

    private @Nullable Occurrence judged(int first, int last, int firstRun, int mask, Runs text) {
        var steps = mask | text.text().steps(first);
        var gaps = 0;
        var gapped = 0;
        var run = firstRun;
        for (var i = first + 1; i <= last; i++) {
            steps |= text.text().steps(i);
            var begins = i == text.first(run + 1);
            run += begins ? 1 : 0;
            if (begins && own.text().gap(own.first(run - firstRun)) != 0) {
                continue; // the word itself is written apart here
            }
            var gap = text.text().gap(i);
            steps |= gap;
            gaps |= begins ? gap : 0;
            gapped += begins && gap != 0 ? 1 : 0;
        }
        if (spelling == Spelling.EXACT && Step.evasive(steps) != 0) {
            return null;
        }
        var spread = gapped == own.size() - 1 && (own.size() > 2 || standsAlone(first, last, text));
        return judged(new Occurrence(first, last, steps, false), gaps, spread);
    }

    /**
     * What only signs of intent are skipped for, or what is spread out evenly, is meant. Else two honest words may have
     * met (打赌 博物馆), the more likely the shorter the word: of two characters only an emoji joins the halves, and a word
     * of three is worth a look; from four on a space means nothing and a punctuation mark is worth a look.
     */
    private @Nullable Occurrence judged(Occurrence found, int gaps, boolean spread) {
        if (spread || (gaps & (Gap.SOFT | Step.PUNCTUATION.bit())) == 0) {
            return found;
        }
        var punctuated = Step.PUNCTUATION.in(gaps);
        return switch (own.size()) {
            case 1, 2 -> !punctuated && Step.EMOJI.in(gaps) ? weak(found) : null;
            case 3 -> punctuated ? null : weak(found);
            default -> punctuated ? weak(found) : found;
        };
    }

    private static Occurrence weak(Occurrence found) {
        return new Occurrence(found.first(), found.last(), found.steps(), true);
    }

    private static boolean standsAlone(int first, int last, Runs text) {
        return first == 0
                || last + 1 == text.text().size()
                || text.text().gap(first) != 0
                || text.text().gap(last + 1) != 0;
    }
}
