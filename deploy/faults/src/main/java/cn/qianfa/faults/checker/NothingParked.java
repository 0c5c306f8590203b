package cn.qianfa.faults.checker;

import java.util.List;

/** Faults are waited for; nothing that was announced was put aside for a person. */
final class NothingParked implements Rule {
    private static final List<String> SERVICES = List.of("approval", "monitoring");

    @Override
    public String name() {
        return "nothing-parked";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        for (var file : evidence.names("store/")) {
            if (file.endsWith(".parked.jsonl")) {
                evidence.of(file).forEach(line -> verdict.check(false, line, "parked: " + line.text("_id")));
            }
        }
        for (var file : evidence.names("topics/")) {
            if (file.endsWith(".quarantine.jsonl")) {
                evidence.of(file).forEach(line -> verdict.check(false, line, "in quarantine: " + line.text("key")));
            }
        }
        // What was looked for is there to be found: the documents that follow events say how far they have come.
        for (var service : SERVICES) {
            for (var file : evidence.names("store/" + service + ".")) {
                evidence.of(file).stream()
                        .filter(line -> line.json().has("applied"))
                        .forEach(line -> verdict.check(true, line, ""));
            }
        }
    }
}
