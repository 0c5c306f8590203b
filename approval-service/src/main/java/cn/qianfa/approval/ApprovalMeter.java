package cn.qianfa.approval;

import cn.qianfa.contracts.event.Approved;
import cn.qianfa.contracts.event.DraftExpired;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.event.DraftReturned;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.PublicationCancelled;
import cn.qianfa.contracts.event.PublicationFailed;
import cn.qianfa.contracts.event.PublicationScheduled;
import cn.qianfa.contracts.event.PublicationUncertain;
import cn.qianfa.contracts.event.Published;
import java.util.Arrays;
import java.util.Optional;

/** The service's meters: each counts one kind of fact, by unit. */
enum ApprovalMeter {
    SUBMITTED("qianfa.drafts.submitted", "Drafts handed in", DraftSubmitted.class),
    RECALLED("qianfa.drafts.recalled", "Drafts taken back", DraftRecalled.class),
    RETURNED("qianfa.drafts.returned", "Drafts sent back by a signer", DraftReturned.class),
    SIGNED("qianfa.drafts.signed", "Drafts signed", Approved.class),
    RELEASED("qianfa.drafts.released", "Drafts sent out", DraftReleased.class),
    EXPIRED("qianfa.drafts.expired", "Drafts whose time passed", DraftExpired.class),
    SCHEDULED("qianfa.publications.scheduled", "Publications begun", PublicationScheduled.class),
    PUBLISHED("qianfa.publications.published", "Posts that stand on a platform", Published.class),
    CANCELLED("qianfa.publications.cancelled", "Publications called off", PublicationCancelled.class),
    UNCERTAIN("qianfa.publications.uncertain", "Publications a person has to look for", PublicationUncertain.class),
    FAILED("qianfa.publications.failed", "Publications that were refused", PublicationFailed.class);

    private final String meter;
    private final String description;
    private final Class<? extends Event> fact;

    ApprovalMeter(String meter, String description, Class<? extends Event> fact) {
        this.meter = meter;
        this.description = description;
        this.fact = fact;
    }

    static Optional<ApprovalMeter> of(Event event) {
        return Arrays.stream(values()).filter(one -> one.fact.isInstance(event)).findFirst();
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }
}
