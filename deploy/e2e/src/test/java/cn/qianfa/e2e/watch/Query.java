package cn.qianfa.e2e.watch;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A question in PromQL, taken apart as far as names go. */
record Query(String expression) {
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern SPAN = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> WORDS_OF_ITS_OWN = Set.of("and", "or", "unless", "bool");

    /** What it asks for. */
    Set<String> metrics() {
        var bare = expression;
        for (var passedOver : new Pattern[] {WORDS, LABELS, GROUPING, SPAN}) {
            bare = passedOver.matcher(bare).replaceAll(" ");
        }
        return NAME.matcher(bare)
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS_OF_ITS_OWN.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The labels by which it chooses, of each metric. */
    Map<String, Set<String>> chosenBy() {
        Map<String, Set<String>> chosen = new TreeMap<>();
        SELECTOR.matcher(expression)
                .results()
                .forEach(found -> LABEL.matcher(found.group(2))
                        .results()
                        .forEach(label -> chosen.computeIfAbsent(found.group(1), _ -> new TreeSet<>())
                                .add(label.group(1))));
        return chosen;
    }

    /** The labels by which it groups. */
    Set<String> groupedBy() {
        return GROUPING.matcher(expression)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(",")))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
