package cn.qianfa.rules.matching;

import cn.qianfa.rules.text.FoldedText;
import cn.qianfa.rules.text.Likeness;
import cn.qianfa.rules.text.Step;
import java.util.Arrays;

/** A read text with repeated units joined into runs: the form in which words are looked for and in which they are kept. */
public final class Runs {
    private final FoldedText text;
    private final char[] characters;
    private final char[] shapes;
    private final int[] firsts;
    private final int size;

    private Runs(FoldedText text, char[] characters, char[] shapes, int[] firsts, int size) {
        this.text = text;
        this.characters = characters;
        this.shapes = shapes;
        this.firsts = firsts;
        this.size = size;
    }

    /** Joins the repeats of a text. */
    public static Runs of(FoldedText text) {
        var characters = new char[text.size()];
        var shapes = new char[text.size()];
        var firsts = new int[text.size() + 1];
        var size = 0;
        for (var i = 0; i < text.size(); i++) {
            if (size > 0 && text.unit(i) == characters[size - 1] && !Step.PUNCTUATION.in(text.gap(i))) {
                continue;
            }
            characters[size] = text.unit(i);
            shapes[size] = Likeness.shape(text.unit(i));
            firsts[size++] = i;
        }
        firsts[size] = text.size();
        return new Runs(text, characters, shapes, firsts, size);
    }

    public FoldedText text() {
        return text;
    }

    int size() {
        return size;
    }

    char character(int run) {
        return characters[run];
    }

    /** Index of the first unit of a run; for {@code size()}, one past the last unit. */
    int first(int run) {
        return firsts[run];
    }

    /** How often the character is repeated, once or more. */
    int count(int run) {
        return firsts[run + 1] - firsts[run];
    }

    /** The shapes of all runs; longer than {@code size()} where there are repeats. */
    char[] shapes() {
        return shapes;
    }

    char[] ownShapes() {
        return Arrays.copyOf(shapes, size);
    }
}
