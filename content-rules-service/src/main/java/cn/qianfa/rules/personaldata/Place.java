package cn.qianfa.rules.personaldata;

/**
 * Where something stands, in units of the text as it is read.
 *
 * @param first its first unit
 * @param last its last unit, inclusive
 * @param steps what had to be undone to see it, as a mask of {@link cn.qianfa.rules.text.Step}
 */
public record Place(int first, int last, int steps) {}
