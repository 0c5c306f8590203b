package cn.qianfa.approval.registry;

import java.util.Set;

/** The units as they are placed under one another; the district office is at the top (article 3). */
public interface UnitTree {
    /** Whether {@code unit} is {@code above} itself or somewhere below it. */
    boolean isUnder(String unit, String above);

    /** {@code above} and everything below it. */
    Set<String> under(String above);
}
