package cn.qianfa.rules.pack;

import cn.qianfa.rules.pack.Table.Row;
import cn.qianfa.rules.ruleset.AllowContext;
import cn.qianfa.rules.ruleset.Article;
import cn.qianfa.rules.ruleset.Entry;
import cn.qianfa.rules.ruleset.Entry.Boundary;
import cn.qianfa.rules.ruleset.Entry.Spelling;
import cn.qianfa.rules.ruleset.Entry.Validity;
import cn.qianfa.rules.ruleset.Rule;
import cn.qianfa.rules.ruleset.Severity;
import cn.qianfa.rules.ruleset.Urgency;
import cn.qianfa.rules.ruleset.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a pack from its tables: {@code rules.csv}, {@code terms.csv}, {@code patterns.csv}, {@code contexts.csv},
 * {@code numbers.csv}, each of which may be missing. What a blank field means is said where it is read.
 */
public final class PackReader {
    private static final Set<String> RULES = Set.of(
            "id",
            "article",
            "severity",
            "in_answers",
            "urgency",
            "owner",
            "why_zh",
            "why_en",
            "remedy_zh",
            "remedy_en");
    private static final Set<String> TERMS =
            Set.of("rule", "term", "spelling", "boundary", "from", "until", "contexts");
    private static final Set<String> PATTERNS = Set.of("rule", "detector", "from", "until", "contexts");
    private static final Set<String> CONTEXTS = Set.of("group", "phrase", "position", "within");
    private static final Set<String> NUMBERS = Set.of("number", "whose");

    private final Function<String, Optional<String>> files;

    private PackReader(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /**
     * Reads a pack, or refuses it with an {@link IllegalArgumentException} which names file, line, value and expectation.
     *
     * @param files the text of a file by its name, empty where there is none
     */
    public static RulePack read(Function<String, Optional<String>> files) {
        var reader = new PackReader(files);
        var entries = new ArrayList<Entry>(reader.rows("terms.csv", TERMS, PackReader::term));
        entries.addAll(reader.rows("patterns.csv", PATTERNS, PackReader::pattern));
        return new RulePack(
                reader.rows("rules.csv", RULES, PackReader::rule),
                entries,
                reader.rows("contexts.csv", CONTEXTS, PackReader::context),
                new HashSet<>(reader.rows("numbers.csv", NUMBERS, row -> row.get("number"))));
    }

    private <T> List<T> rows(String file, Set<String> columns, Function<Row, T> make) {
        return files.apply(file)
                .map(text -> Table.read(file, text, columns).map(make))
                .orElse(List.of());
    }

    private static Rule rule(Row row) {
        var severity = row.get("severity");
        return new Rule(
                row.get("id"),
                new Article(row.get("article")),
                one(Severity.class, severity),
                one(Severity.class, row.get("in_answers", severity)), // blank: no other than in a post
                one(Urgency.class, row.get("urgency", "routine")),
                row.get("owner"),
                new Wording(row.get("why_zh"), row.get("why_en")),
                new Wording(row.get("remedy_zh"), row.get("remedy_en")));
    }

    private static Entry term(Row row) {
        var term = row.get("term");
        // blank: a Latin word stands alone, a Chinese one has no boundary
        var boundary = term.chars().allMatch(c -> c < 0x80) ? "word" : "anywhere";
        return new Entry.Term(
                term,
                row.get("rule"),
                one(Spelling.class, row.get("spelling", "disguised")),
                one(Boundary.class, row.get("boundary", boundary)),
                validity(row),
                contexts(row));
    }

    private static Entry pattern(Row row) {
        return new Entry.Pattern(row.get("detector"), row.get("rule"), validity(row), contexts(row));
    }

    private static AllowContext context(Row row) {
        return new AllowContext(
                row.get("group"),
                row.get("phrase"),
                one(AllowContext.Position.class, row.get("position")),
                Integer.parseInt(row.get("within", "0")));
    }

    /** Blank: always. */
    private static Validity validity(Row row) {
        return new Validity(
                LocalDate.parse(row.get("from", Validity.ALWAYS.from().toString())),
                LocalDate.parse(row.get("until", Validity.ALWAYS.until().toString())));
    }

    /** Groups with spaces between them; blank: none. */
    private static List<String> contexts(Row row) {
        return row.get("contexts").isEmpty()
                ? List.of()
                : List.of(row.get("contexts").split("\\s+"));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(field)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + ": " + field + " (expected: one of "
                + List.of(type.getEnumConstants()) + ", in small letters)");
    }
}
