package cn.qianfa.rules.matching;

/**
 * Where something was found, in units of the text as it is read.
 *
 * @param first its first unit
 * @param last its last unit, inclusive
 * @param steps what had to be undone, as a mask
 * @param weak two honest words might meet here by chance; a person has to look
 */
public record Occurrence(int first, int last, int steps, boolean weak) {}
