package cn.qianfa.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.bson.Document;

/** The line of events from the first draft to the last alert: what is still on it. */
final class Line {
    private static final List<String> AGGREGATES =
            List.of("approval.drafts", "approval.publications", "monitoring.comments", "monitoring.cases");
    private static final Set<String> DECIDED = Set.of("PUBLISHED", "UNCERTAIN", "FAILED", "CANCELLED");

    private final StoreDump store;
    private final TopicDump topics;

    Line(StoreDump store, TopicDump topics) {
        this.store = store;
        this.topics = topics;
    }

    /** @return what is not at its end yet, in words; empty when the line is drained */
    List<String> waiting() throws InterruptedException, ExecutionException {
        List<String> waiting = new ArrayList<>();
        for (var name : AGGREGATES) {
            note(waiting, name + " with news to send", all(name).filter(one -> one.containsKey("pendingAt")));
        }
        note(
                waiting,
                "undecided publications",
                all("approval.publications")
                        .filter(one -> !DECIDED.contains(
                                one.get("publication", Document.class).getString("state"))));
        note(
                waiting,
                "alerts to be told",
                all("monitoring.alerts").filter(one -> "RINGING".equals(one.getString("state"))));
        var answered = all("monitoring.cases")
                .filter(one -> one.getInteger("round") > 1 || "ACKNOWLEDGED".equals(one.getString("state")))
                .map(one -> one.getString("_id"))
                .toList();
        note(
                waiting,
                "flags neither seen nor passed on",
                all("monitoring.comments")
                        .filter(one -> "FLAGGED".equals(one.getString("state")))
                        .filter(one -> !answered.contains(one.getString("_id"))));
        var lag = topics.lag();
        if (lag > 0) {
            waiting.add(lag + " records nobody has reacted to");
        }
        return waiting;
    }

    private Stream<Document> all(String name) {
        var dot = name.indexOf('.');
        return store.all(name.substring(0, dot), name.substring(dot + 1)).stream();
    }

    private static void note(List<String> waiting, String what, Stream<Document> some) {
        var ids = some.map(one -> one.getString("_id")).toList();
        if (!ids.isEmpty()) {
            waiting.add("%d %s, such as %s".formatted(ids.size(), what, ids.getFirst()));
        }
    }
}
