package cn.qianfa.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hit of a rule.
 *
 * @param rule the rule that fired
 * @param article the regulation's article and item, such as {@code A10-9}
 * @param severity BLOCK, WARN or NOTE
 * @param part the part of the text, counted from 0
 * @param start first character of the hit in the original part, in UTF-16 code units
 * @param end one past the last character of the hit
 * @param explanation what was seen, in Chinese
 * @param remedy what to do, in Chinese
 * @param steps what revealed it, in Chinese
 * @param matched the term or the detector that was found, never what stood in the text; null in older events
 * @param english the same for readers of English; null in older events
 */
public record Finding(
        String rule,
        String article,
        String severity,
        int part,
        int start,
        int end,
        String explanation,
        String remedy,
        List<String> steps,
        @Nullable String matched,
        @Nullable English english) {
    /** What is said in Chinese, in English. */
    public record English(String explanation, String remedy, List<String> steps) {}
}
