package cn.qianfa.contracts.event;

import java.util.List;
import java.util.Optional;

/** The topics: each is written by one service, with one stream of numbers per key. */
public enum Topic {
    DRAFTS(
            "approval.drafts",
            6,
            Keeps.EVERYTHING,
            List.of(
                    DraftSubmitted.class,
                    DraftRecalled.class,
                    DraftReturned.class,
                    Approved.class,
                    DraftReleased.class,
                    DraftExpired.class)),
    PUBLICATIONS(
            "approval.publications",
            6,
            Keeps.EVERYTHING,
            List.of(
                    PublicationScheduled.class,
                    Published.class,
                    PublicationCancelled.class,
                    PublicationUncertain.class,
                    PublicationFailed.class)),
    REGISTRY(
            "approval.registry",
            3,
            Keeps.THE_NEWEST_OF_EACH_KEY,
            List.of(
                    UnitRegistered.class,
                    AccountFiled.class,
                    AccountClosed.class,
                    StaffAppointed.class,
                    StaffLeft.class)),
    DRAFT_VERDICTS("content-rules.draft-verdicts", 6, Keeps.EVERYTHING, List.of(DraftChecked.class)),
    COMMENT_VERDICTS("content-rules.comment-verdicts", 12, Keeps.AS_LONG_AS_COMMENTS, List.of(CommentChecked.class)),
    RULE_SETS(
            "content-rules.rule-sets",
            1,
            Keeps.EVERYTHING,
            List.of(RuleSetReviewed.class, RuleSetActivated.class, RuleSetRolledBack.class)),
    COMMENTS(
            "monitoring.comments", 12, Keeps.AS_LONG_AS_COMMENTS, List.of(CommentReceived.class, CommentFlagged.class)),
    CASES(
            "monitoring.cases",
            6,
            Keeps.EVERYTHING,
            List.of(CaseOpened.class, CaseAcknowledged.class, CaseEscalated.class));

    /** How long the broker keeps what was written. */
    public enum Keeps {
        EVERYTHING,
        THE_NEWEST_OF_EACH_KEY,
        /** Kafka holds the comments' text too, so it goes when the comments go. */
        AS_LONG_AS_COMMENTS
    }

    private final String wireName;
    private final int partitions;
    private final Keeps keeps;
    private final List<Class<? extends Event>> events;

    Topic(String wireName, int partitions, Keeps keeps, List<Class<? extends Event>> events) {
        this.wireName = wireName;
        this.partitions = partitions;
        this.keeps = keeps;
        this.events = events;
    }

    public String wireName() {
        return wireName;
    }

    /** The service that writes the topic and creates it. */
    public String owner() {
        return wireName.substring(0, wireName.indexOf('.'));
    }

    /** Fixed at creation: keys keep their partition for ever. */
    public int partitions() {
        return partitions;
    }

    public Keeps keeps() {
        return keeps;
    }

    public List<Class<? extends Event>> events() {
        return events;
    }

    /** The event class of a type on the wire; empty for a type this build has never heard of. */
    public Optional<Class<? extends Event>> event(String type) {
        return events.stream().filter(event -> Event.typeOf(event).equals(type)).findFirst();
    }
}
