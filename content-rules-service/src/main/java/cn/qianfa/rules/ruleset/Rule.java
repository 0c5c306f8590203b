package cn.qianfa.rules.ruleset;

import java.util.regex.Pattern;

/**
 * What is forbidden or asked for, and what a person does about it. Its terms and patterns are the {@link Entry entries}
 * which name it.
 *
 * @param id lower-case words and hyphens, at most 60 characters; stays the same from version to version
 * @param article what it keeps
 * @param severity of a finding in a post or a comment
 * @param inAnswers severity of a finding in an answer to a citizen
 * @param urgency how soon a person should look
 * @param owner the unit which answers for the rule and receives reports that it was wrong
 * @param explanation why it is found
 * @param remedy what to do now
 */
public record Rule(
        String id,
        Article article,
        Severity severity,
        Severity inAnswers,
        Urgency urgency,
        String owner,
        Wording explanation,
        Wording remedy) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Rule {
        if (id.length() > 60 || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("rule: " + id + " (expected: lower-case words and hyphens)");
        }
        if (owner.isBlank()) {
            throw new IllegalArgumentException("owner of " + id + ": '' (expected: the unit which answers for it)");
        }
    }

    boolean blocks() {
        return severity == Severity.BLOCK || inAnswers == Severity.BLOCK;
    }
}
