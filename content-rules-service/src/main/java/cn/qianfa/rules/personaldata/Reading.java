package cn.qianfa.rules.personaldata;

import cn.qianfa.rules.text.FoldedText;
import java.util.Set;

/** One text, prepared once for all detectors. Not shared between threads. */
public final class Reading {
    private final String original;
    private final FoldedText text;
    private final Digits digits;
    private final Set<String> serviceNumbers;
    private long steps;

    /**
     * @param original the text as it was written
     * @param text the same as it is read
     * @param serviceNumbers telephone numbers of public services, digits only, which identify nobody
     */
    public Reading(String original, FoldedText text, Set<String> serviceNumbers) {
        this.original = original;
        this.text = text;
        this.digits = Digits.of(text);
        this.serviceNumbers = serviceNumbers;
    }

    /** How many steps the detectors have taken on this text. */
    public long steps() {
        return steps;
    }

    String original() {
        return original;
    }

    FoldedText text() {
        return text;
    }

    Digits digits() {
        return digits;
    }

    boolean isService(String number) {
        return serviceNumbers.contains(number);
    }

    void step() {
        steps++;
    }

    /** True where these units stand from unit i on, with nothing but spaces and signs between them. */
    boolean reads(int i, String units) {
        for (var k = 0; k < units.length(); k++) {
            step();
            if (i + k >= text.size() || text.unit(i + k) != units.charAt(k)) {
                return false;
            }
            if (k > 0 && text.clause(i + k) != text.clause(i)) {
                return false;
            }
        }
        return true;
    }
}
