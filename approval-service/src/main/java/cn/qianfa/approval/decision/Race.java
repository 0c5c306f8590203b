package cn.qianfa.approval.decision;

import cn.qianfa.contracts.delivery.StaleWrite;
import java.util.function.Supplier;

/** Decides on what is stored; where somebody else wrote in between, reads and decides again. */
public final class Race {
    /** Each lost race is another's success; so many in a row mean that something is wrong. */
    private static final int TRIES = 50;

    private Race() {}

    /**
     * @param decision reads, decides and writes
     * @throws StaleWrite if every try was overtaken
     */
    public static <T> T decide(Supplier<T> decision) {
        for (var tried = 1; tried < TRIES; tried++) {
            try {
                return decision.get();
            } catch (StaleWrite e) {
                continue; // read again
            }
        }
        return decision.get();
    }
}
