package cn.qianfa.approval.crash;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.PUBLISHER;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.draft.Category;
import cn.qianfa.approval.draft.Content;
import cn.qianfa.approval.draft.DraftFixture;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.SubmitDraft;
import cn.qianfa.approval.draft.WhenCheckedKeepVerdict;
import cn.qianfa.approval.draft.WriteDraft;
import cn.qianfa.approval.publication.ReleaseDraft;
import cn.qianfa.approval.registry.Account;
import cn.qianfa.approval.registry.Appointment;
import cn.qianfa.approval.registry.Platform;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.approval.signoff.SignDraft;
import cn.qianfa.approval.signoff.Step;
import cn.qianfa.contracts.crash.CrashingService.Orders;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;

/**
 * A town at work: {@code open} files its account, {@code sign} brings a draft as far as its signature and tells its id,
 * {@code release DRAFT} sends it out, to be posted two seconds later.
 */
class PublisherOrders {
    private static final Duration LATER = Duration.ofSeconds(2);

    @Bean
    Orders town(
            WriteDraft writeDraft,
            SubmitDraft submitDraft,
            Drafts drafts,
            SignDraft signDraft,
            ReleaseDraft releaseDraft,
            Accounts accounts,
            Appointments appointments) {
        return order -> {
            var words = order.split(" ");
            return switch (words[0]) {
                case "open" -> open(accounts, appointments);
                case "sign" -> sign(writeDraft, submitDraft, new WhenCheckedKeepVerdict(drafts), drafts, signDraft);
                case "release" -> release(releaseDraft, new DraftId(words[1]));
                default -> throw new IllegalArgumentException(order);
            };
        };
    }

    private static String open(Accounts accounts, Appointments appointments) {
        var now = DraftFixture.NOW;
        accounts.add(new Account.Filed("town", Platform.SITE, "镇政府", now), Cause.OWN);
        for (var person : List.of(DIRECTOR, PUBLISHER)) {
            appointments.add(
                    new Appointment.Held(person.id(), person.unit(), "职员", person.roles(), now, now), Cause.OWN);
        }
        return "opened";
    }

    private static String sign(
            WriteDraft writeDraft,
            SubmitDraft submitDraft,
            WhenCheckedKeepVerdict check,
            Drafts drafts,
            SignDraft signDraft) {
        var content = new Content(Category.CONVENIENCE, Importance.ORDINARY, "周末开诊", List.of());
        writeDraft.write(Asking.by(DRAFTER, Instant.now().toString(), "hash", content));
        var query = new Drafts.Query(Set.of("town"), null, null, 1);
        var id = drafts.list(query).getFirst().value().id();
        submitDraft.submit(id, Asking.by(DRAFTER));
        var submitted = drafts.find(id).orElseThrow().value();
        check.react(
                DraftFixture.verdictOn(submitted),
                new Position("content-rules.draft-verdicts", id.value(), 1, "event"));
        signDraft.sign(id, Asking.by(DIRECTOR, new SignDraft.Form(content.hash(), Step.OFFICE_DIRECTOR, List.of())));
        return id.value();
    }

    private static String release(ReleaseDraft releaseDraft, DraftId id) {
        var form = new ReleaseDraft.Form(List.of("site.town"), Instant.now().plus(LATER));
        return releaseDraft.release(id, Asking.by(PUBLISHER, form)).getClass().getSimpleName();
    }
}
