package cn.qianfa.faults.checker;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Judges the evidence of a campaign, rule by rule, and names each record that breaks one. */
public final class Checker {
    private static final int BROKEN = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int MOST_NAMED = 20;

    static final List<Rule> RULES = List.of(
            new AcknowledgedDraftsExist(),
            new AcceptedExists(),
            new CommentsExist(),
            new SignedBeforePost(),
            new OnePost(),
            new NumbersWithoutGap(),
            new AllIsTold(),
            new OneEffect(),
            new FlagsAreAlerted(),
            new FlagsAreAnswered(),
            new NeverEarly(),
            new NothingParked());

    private Checker() {}

    static void main(String... arguments) {
        if (arguments.length != 1) {
            System.err.println("Checker DIRECTORY");
            System.exit(NOT_UNDERSTOOD);
        }
        System.exit(check(Path.of(arguments[0]), System.out));
    }

    /** @return 0 where every rule holds, else 1 */
    public static int check(Path directory, PrintStream to) {
        var verdicts = judge(directory);
        verdicts.forEach(verdict -> tell(verdict, to));
        return verdicts.stream().allMatch(Verdict::holds) ? 0 : BROKEN;
    }

    static List<Verdict> judge(Path directory) {
        var evidence = Evidence.read(directory);
        return RULES.stream().map(rule -> judge(rule, evidence)).toList();
    }

    private static Verdict judge(Rule rule, Evidence evidence) {
        var verdict = new Verdict(rule.name());
        rule.check(evidence, verdict);
        return verdict;
    }

    private static void tell(Verdict verdict, PrintStream to) {
        to.println(verdict);
        verdict.offences().stream().limit(MOST_NAMED).forEach(offence -> to.println("    " + offence));
        if (verdict.offences().size() > MOST_NAMED) {
            to.println("    and %d more".formatted(verdict.offences().size() - MOST_NAMED));
        }
    }
}
