package cn.qianfa.rules.ruleset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A rule set as bytes, so that equal rules have equal bytes. A first line names the form; then one line for each part,
 * lines sorted; a line is its fields, each written as its length in characters, a colon and the text.
 */
final class CanonicalForm {
    private CanonicalForm() {}

    static String hash(
            Purpose purpose, List<Rule> rules, List<Entry> entries, List<AllowContext> contexts, Set<String> numbers) {
        var lines = new ArrayList<String>();
        rules.forEach(rule -> lines.add(line(rule)));
        entries.forEach(entry -> lines.add(line(entry)));
        contexts.forEach(context -> lines.add(line(context)));
        numbers.forEach(number -> lines.add(fields("number", number)));
        lines.sort(null);
        return sha256(fields("qianfa rule set 1", purpose.name()) + "\n" + String.join("\n", lines) + "\n");
    }

    private static String sha256(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String line(Rule rule) {
        return fields(
                "rule",
                rule.id(),
                rule.article().value(),
                rule.severity().name(),
                rule.inAnswers().name(),
                rule.urgency().name(),
                rule.owner(),
                rule.explanation().zh(),
                rule.explanation().en(),
                rule.remedy().zh(),
                rule.remedy().en());
    }

    private static String line(Entry entry) {
        return switch (entry) {
            case Entry.Term term ->
                fields(
                        "term",
                        term.rule(),
                        term.text(),
                        term.spelling().name(),
                        term.boundary().name(),
                        term.validity().from().toString(),
                        term.validity().until().toString(),
                        list(term.contexts()));
            case Entry.Pattern pattern ->
                fields(
                        "pattern",
                        pattern.rule(),
                        pattern.detector(),
                        pattern.validity().from().toString(),
                        pattern.validity().until().toString(),
                        list(pattern.contexts()));
        };
    }

    private static String line(AllowContext context) {
        return fields(
                "context",
                context.group(),
                context.phrase(),
                context.position().name(),
                String.valueOf(context.within()));
    }

    private static String list(List<String> texts) {
        return fields(texts.toArray(String[]::new));
    }

    private static String fields(String... texts) {
        var line = new StringBuilder();
        for (var text : texts) {
            line.append(text.length()).append(':').append(text);
        }
        return line.toString();
    }
}
