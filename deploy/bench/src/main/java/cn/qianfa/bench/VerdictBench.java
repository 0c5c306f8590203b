package cn.qianfa.bench;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * How long after a submission was accepted its verdict is stored: {@code VerdictBench [drafts]}. It wants the
 * demonstration running. Each draft takes turns with what its way is made of at least, done raw on the same broker and
 * store: a record there and one back, and a synced write.
 */
final class VerdictBench {
    private static final int USUAL = 200;
    private static final int WARM_UP = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");

    private VerdictBench() {}

    private record Round(double verdict, double raw) {}

    static void main(String[] arguments) throws Exception {
        var at = Installation.running();
        var drafts = arguments.length == 0 ? USUAL : Integer.parseInt(arguments[0]);
        try (var store = MongoClients.create("mongodb://" + at.at("store"));
                var hops = Echo.open(at.at("broker"));
                var drafter = Colleague.signIn(at, "drafter.health")) {
            var stored = store.getDatabase("approval").getCollection("drafts");
            var write = SyncedWrite.in(store);
            measure(drafter, stored, hops, write, WARM_UP);
            tell(measure(drafter, stored, hops, write, drafts));
        }
    }

    private static List<Round> measure(
            Colleague drafter, MongoCollection<Document> stored, Echo hops, SyncedWrite write, int drafts)
            throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (var i = 0; i < drafts; i++) {
            rounds.add(new Round(verdict(drafter, stored, i), hops.two() + write.one()));
        }
        return rounds;
    }

    private static double verdict(Colleague drafter, MongoCollection<Document> stored, int number) throws Exception {
        var text = "本周六上午社区卫生服务中心免费义诊，第 %d 场，咨询电话12345。".formatted(number);
        var draft = Colleague.field(
                ID,
                drafter.ask(
                        "POST",
                        "/drafts",
                        "{\"category\":\"CONVENIENCE\",\"importance\":\"ORDINARY\",\"text\":\"%s\"}".formatted(text)));
        drafter.ask("POST", "/drafts/" + draft + "/submission", "{}");
        var accepted = System.nanoTime();
        var there = Filters.and(eq(draft), exists("verdict"));
        while (stored.find(there).projection(Projections.include("_id")).first() == null) {
            if (System.nanoTime() - accepted > PATIENCE.toNanos()) {
                throw new IllegalStateException("no verdict within " + PATIENCE);
            }
        }
        return (System.nanoTime() - accepted) / 1e6;
    }

    private static void tell(List<Round> rounds) {
        System.out.printf(
                "%s, Java %s, %d processors%n",
                Instant.now(), Runtime.version(), Runtime.getRuntime().availableProcessors());
        var verdicts = Sample.of(rounds.stream().mapToDouble(Round::verdict));
        var raw = Sample.of(rounds.stream().mapToDouble(Round::raw));
        System.out.print(Sample.HEADER);
        System.out.print(verdicts.line("accepted to verdict stored"));
        System.out.print(raw.line("two records and a synced write, raw"));
        System.out.printf(
                "ratio: %.2f at the median, %.2f at 99%%%n",
                verdicts.median() / raw.median(), verdicts.p99() / raw.p99());
    }
}
