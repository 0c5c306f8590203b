package cn.qianfa.faults;

import cn.qianfa.faults.checker.Checker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;

/** The campaign as a command: {@code deploy/faults/run [--rounds N] [--seed S] [--evidence DIRECTORY]}. */
public final class Faults {
    private static final int NOT_UNDERSTOOD = 2;

    private Faults() {}

    static void main(String... arguments) throws IOException, InterruptedException, ExecutionException {
        var rounds = 10;
        var seed = RandomGenerator.getDefault().nextLong(1_000_000);
        var evidence = Path.of(System.getProperty("qianfa.root"), "deploy/faults/target/evidence");
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                case "--evidence" -> evidence = Path.of(arguments[i + 1]).toAbsolutePath();
                default -> usage();
            }
        }
        if (arguments.length % 2 != 0) {
            usage();
        }
        System.exit(run(rounds, seed, evidence));
    }

    private static void usage() {
        System.err.println("deploy/faults/run [--rounds N] [--seed S] [--evidence DIRECTORY]");
        System.exit(NOT_UNDERSTOOD);
    }

    private static int run(int rounds, long seed, Path evidence)
            throws IOException, InterruptedException, ExecutionException {
        var root = Path.of(System.getProperty("qianfa.root"));
        var directory = Files.createTempDirectory("qianfa-faults");
        new Campaign(root, rounds, seed, true, evidence, System.out::println).run(directory);
        remove(directory); // where it ended in a failure its logs are wanted
        return Checker.check(evidence, System.out);
    }

    static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
