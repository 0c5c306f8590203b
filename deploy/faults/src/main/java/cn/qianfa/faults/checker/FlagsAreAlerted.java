package cn.qianfa.faults.checker;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every comment that needs a human is flagged, and each flag is told: the store says so, and the receiver heard it. */
final class FlagsAreAlerted implements Rule {
    @Override
    public String name() {
        return "flags-alerted";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var heard = evidence.of("receiver.jsonl").stream()
                .map(line -> line.text("body/data/comment"))
                .collect(Collectors.toSet());
        var told = evidence.store("monitoring.alerts")
                .filter(FlagsAreAlerted::isTold)
                .map(line -> line.text("_id"))
                .map(alert -> alert.substring(0, alert.indexOf('.')))
                .collect(Collectors.toSet());
        flagged(evidence).forEach(line -> {
            var comment = comment(line);
            verdict.check(heard.contains(comment), line, "comment %s was flagged and never rang".formatted(comment));
            verdict.check(told.contains(comment), line, "comment %s: no alert was delivered".formatted(comment));
        });
        hostileOnesAreFlagged(evidence, verdict);
    }

    /** Whoever was killed in a call cannot write that it was taken; once an officer has seen the case nobody calls again. */
    private static boolean isTold(Line alert) {
        return switch (alert.text("state")) {
            case "DELIVERED" -> true;
            case "ACKNOWLEDGED" -> alert.at("tries").asInt(0) > 0;
            default -> false;
        };
    }

    private static Stream<Line> flagged(Evidence evidence) {
        return Stream.concat(
                evidence.store("monitoring.comments")
                        .filter(line -> line.text("state").equals("FLAGGED")),
                evidence.events("monitoring.comments", "CommentFlagged"));
    }

    private static String comment(Line line) {
        return line.text("_id").isEmpty() ? line.text("value/comment") : line.text("_id");
    }

    private static void hostileOnesAreFlagged(Evidence evidence, Verdict verdict) {
        Set<String> flagged = new HashSet<>();
        evidence.store("monitoring.comments")
                .filter(line -> line.text("state").equals("FLAGGED"))
                .forEach(line -> flagged.add(line.text("text")));
        evidence.clients("comment", "ok")
                .filter(line -> line.at("value/hostile").asBoolean(false))
                .forEach(line -> verdict.check(
                        flagged.contains(line.text("value/text")), line, "a threat was taken and not flagged"));
    }
}
