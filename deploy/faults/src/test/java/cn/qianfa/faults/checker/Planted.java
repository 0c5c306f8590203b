package cn.qianfa.faults.checker;

import static cn.qianfa.faults.checker.Spoilt.first;
import static cn.qianfa.faults.checker.Spoilt.isOf;
import static cn.qianfa.faults.checker.Spoilt.object;
import static cn.qianfa.faults.checker.Spoilt.text;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What a product with a bug would have left behind. */
enum Planted {
    AN_ACKNOWLEDGED_DRAFT_IS_LOST(
            spoilt -> {
                var told = first(spoilt.lines("clients.jsonl"), line -> isOk(line, "draft"));
                spoilt.store("approval.drafts").remove(spoilt.document("approval.drafts", text(told, "answer/id")));
            },
            "drafts-exist"),
    AN_ACKNOWLEDGED_DRAFT_HAS_OTHER_WORDS(
            spoilt -> {
                var told = first(spoilt.lines("clients.jsonl"), line -> isOk(line, "draft"));
                var draft = object(spoilt.document("approval.drafts", text(told, "answer/id")), "draft");
                object(draft, "content").put("text", "别的话");
            },
            "drafts-exist"),
    A_DRAFT_IS_POSTED_TWICE(
            spoilt -> {
                var post = spoilt.store("approval.posts").getFirst().deepCopy();
                spoilt.store("approval.posts").add(post.put("_id", "00000000-0000-7000-8000-000000000000"));
            },
            "one-post"),
    THE_PUBLIC_READS_A_POST_TWICE(
            spoilt -> {
                var page = first(
                        spoilt.lines("pages.jsonl"), line -> text(line, "path").contains("/posts/"));
                spoilt.lines("pages.jsonl").add(page.deepCopy().put("path", text(page, "path") + "0"));
            },
            "one-post"),
    A_POST_GOES_BEFORE_ITS_SIGNATURE(
            spoilt -> {
                var drafts = spoilt.topic("approval.drafts");
                var released = spoilt.event("approval.drafts", "DraftReleased");
                var signed = drafts.stream()
                        .filter(line -> isOf(line, "Approved"))
                        .filter(line -> text(line, "key").equals(text(released, "key")))
                        .toList()
                        .getLast();
                trade(signed, released);
            },
            "signed-before-post"),
    A_WRITER_SIGNS(
            spoilt -> {
                var signed = signedAndPublished(spoilt);
                var writer = text(submitted(spoilt, text(signed, "key")), "value/by/staff");
                object(object(signed, "value"), "by").put("staff", writer);
            },
            "signed-before-post"),
    SOMEBODY_SIGNS_WHO_MAY_NOT(
            spoilt -> {
                var by = object(object(signedAndPublished(spoilt), "value"), "by");
                by.putArray("roles").add("PUBLISHER");
            },
            "signed-before-post"),
    OTHER_CONTENT_WAS_SIGNED(
            spoilt -> object(signedAndPublished(spoilt), "value").put("contentHash", "0".repeat(64)),
            "signed-before-post",
            "accepted-exists"),
    A_NUMBER_IS_LEFT_OUT(
            spoilt -> {
                var last = spoilt.event("approval.publications", "Published");
                renumber(last, 1);
                grow(spoilt, "approval.publications", text(last, "key"));
            },
            "numbers"),
    A_NUMBER_IS_GIVEN_TWICE(
            spoilt -> {
                var again = spoilt.event("approval.drafts", "DraftReleased").deepCopy();
                object(again, "headers").put("ce_id", "another");
                spoilt.topic("approval.drafts").add(again);
            },
            "numbers"),
    THE_LAST_EVENT_IS_NEVER_SENT(
            spoilt -> grow(
                    spoilt, "approval.publications", text(spoilt.event("approval.publications", "Published"), "key")),
            "all-told"),
    AN_EVENT_HAS_TWO_EFFECTS(
            spoilt -> {
                var opened = spoilt.event("monitoring.cases", "CaseOpened");
                var key = text(opened, "key");
                var again = opened.deepCopy();
                object(again, "headers").put("ce_id", "another");
                var count = of(spoilt.topic("monitoring.cases"), key).stream()
                        .map(line -> text(line, "headers/ce_seq"))
                        .distinct()
                        .count();
                renumber(again, count);
                spoilt.topic("monitoring.cases").add(again);
                grow(spoilt, "monitoring.cases", key);
            },
            "one-effect"),
    A_FLAG_NEVER_RINGS(
            spoilt -> {
                var flagged = text(spoilt.event("monitoring.comments", "CommentFlagged"), "value/comment");
                spoilt.lines("receiver.jsonl")
                        .removeIf(line -> text(line, "body/data/comment").equals(flagged));
            },
            "flags-alerted"),
    NOBODY_ANSWERS_AND_NOBODY_ELSE_IS_TOLD(
            spoilt -> {
                var key = text(spoilt.event("monitoring.cases", "CaseOpened"), "key");
                spoilt.topic("monitoring.cases")
                        .removeIf(line -> text(line, "key").equals(key) && !isOf(line, "CaseOpened"));
                spoilt.document("monitoring.cases", key).put("seq", 1);
                spoilt.lines("clients.jsonl")
                        .removeIf(line -> text(line, "value/alert").startsWith(key));
            },
            "flags-answered"),
    SOMEBODY_IS_PASSED_OVER_BEFORE_THEIR_TIME(
            spoilt -> first(
                            spoilt.lines("receiver.jsonl"),
                            line -> text(line, "body/data/round").equals("2"))
                    .put("at", 1),
            "never-early"),
    A_COMMENT_IS_LOST(
            spoilt -> {
                var quiet = first(
                        spoilt.store("monitoring.comments"),
                        line -> text(line, "state").equals("QUIET"));
                spoilt.store("monitoring.comments").remove(quiet);
            },
            "comments-exist"),
    A_COMMENT_IS_TAKEN_TWICE(
            spoilt -> {
                var comments = spoilt.store("monitoring.comments");
                var quiet = first(comments, line -> text(line, "state").equals("QUIET"));
                comments.add(quiet.deepCopy().put("_id", "another"));
            },
            "comments-exist",
            "all-told"),
    AN_EVENT_IS_PARKED(
            spoilt -> spoilt.store("approval.parked")
                    .add(spoilt.store("approval.posts").getFirst().deepCopy()),
            "nothing-parked");

    private final Consumer<Spoilt> bug;
    private final Set<String> rules;

    Planted(Consumer<Spoilt> bug, String... rules) {
        this.bug = bug;
        this.rules = Set.of(rules);
    }

    void into(Spoilt evidence) {
        bug.accept(evidence);
    }

    /** The rules that must be broken by it, and no other. */
    Set<String> rules() {
        return rules;
    }

    private static boolean isOk(ObjectNode line, String f) {
        return text(line, "type").equals("ok") && text(line, "f").equals(f);
    }

    private static List<ObjectNode> of(List<ObjectNode> topic, String key) {
        return topic.stream().filter(line -> text(line, "key").equals(key)).toList();
    }

    /** The signature under which something was published. */
    private static ObjectNode signedAndPublished(Spoilt spoilt) {
        var published = spoilt.event("approval.publications", "Published");
        return first(
                spoilt.topic("approval.drafts"),
                line -> isOf(line, "Approved")
                        && text(line, "key").equals(text(published, "value/draft"))
                        && text(line, "value/contentHash").equals(text(published, "value/contentHash")));
    }

    private static ObjectNode submitted(Spoilt spoilt, String draft) {
        return first(
                spoilt.topic("approval.drafts"),
                line -> isOf(line, "DraftSubmitted") && text(line, "key").equals(draft));
    }

    /** Each takes the other's place and number. */
    private static void trade(ObjectNode one, ObjectNode other) {
        var before = one.deepCopy();
        one.setAll(other.deepCopy());
        place(one, before);
        var after = other.deepCopy();
        other.setAll(before.deepCopy());
        place(other, after);
    }

    private static void place(ObjectNode moved, ObjectNode into) {
        moved.set("offset", into.path("offset"));
        object(moved, "headers").set("ce_seq", into.path("headers").path("ce_seq"));
    }

    private static void renumber(ObjectNode event, long by) {
        var headers = object(event, "headers");
        headers.put(
                "ce_seq", Long.toString(Long.parseLong(headers.path("ce_seq").asString()) + by));
    }

    /** The store has counted one more. */
    private static void grow(Spoilt spoilt, String collection, String id) {
        var document = spoilt.document(collection, id);
        document.put("seq", document.path("seq").asLong() + 1);
    }
}
