package cn.qianfa.faults.checker;

import java.util.stream.Collectors;

/** Whatever rang was acknowledged by somebody, or passed on to the next. */
final class FlagsAreAnswered implements Rule {
    @Override
    public String name() {
        return "flags-answered";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var answered = evidence.topic("monitoring.cases")
                .filter(line -> !line.text("headers/ce_type").equals("CaseOpened.v1"))
                .map(line -> line.text("key"))
                .collect(Collectors.toSet());
        evidence.of("receiver.jsonl")
                .forEach(line -> verdict.check(
                        answered.contains(line.text("body/data/caseId")),
                        line,
                        "case %s rang, and was neither acknowledged nor passed on"
                                .formatted(line.text("body/data/caseId"))));
    }
}
