package cn.qianfa.rules.ruleset;

/**
 * A sentence for people, in both languages of the product; neither may be blank.
 *
 * @param zh simplified Chinese, shown first
 * @param en English
 */
public record Wording(String zh, String en) {
    public Wording {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("wording: '" + zh + "', '" + en + "' (expected: both languages)");
        }
    }
}
