package cn.qianfa.approval.signoff;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.approval.draft.Signature;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Approved.PassedWarning;
import cn.qianfa.contracts.identity.Actor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Who is in charge signs exactly the content they read (article 7). Nobody signs what they wrote a word of, and nobody
 * signs what the content rules have not seen or what a finding blocks; a warning is passed with a reason.
 */
public final class SignDraft {
    /**
     * @param contentHash the content the signer read
     * @param overrides each warning the signer lets pass, and why
     */
    public record Form(String contentHash, Step step, List<PassedWarning> overrides) {}

    private final Drafts drafts;
    private final Sight sight;
    private final MachineCheck machineCheck;
    private final InstantSource clock;

    public SignDraft(Drafts drafts, Sight sight, InstantSource clock) {
        this.drafts = drafts;
        this.sight = sight;
        this.machineCheck = new MachineCheck(clock);
        this.clock = clock;
    }

    public Outcome sign(DraftId id, Asked<Form> asked) {
        return Race.decide(() -> drafts.find(id)
                .filter(found -> sight.sees(asked.by(), found.value().unit()))
                .map(found -> sign(found, asked))
                .orElseGet(Unknown::new));
    }

    private Outcome sign(Versioned<Draft> found, Asked<Form> asked) {
        var manuscript = found.value().manuscript();
        var importance = manuscript.content().importance();
        if (!asked.by().unit().equals(manuscript.unit()) || !Step.anyIsFor(asked.by(), importance)) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        if (manuscript.writers().contains(asked.by().id())) {
            return Outcome.refused(Refusal.DUTIES_NOT_SEPARATE);
        }
        var command = asked.command().get().answering(Draft.State.SIGNED.name());
        return Outcome.before(found.revision(), command).orElseGet(() -> {
            var form = asked.what().get();
            return form.step().isFor(asked.by(), importance)
                    ? sign(found, asked.by(), form, command)
                    : Outcome.refused(Refusal.NOT_PERMITTED);
        });
    }

    private Outcome sign(Versioned<Draft> found, Actor by, Form form, Cause.Command command) {
        return switch (found.value()) {
            case Draft.Submitted draft ->
                refusal(draft, form)
                        .map(Outcome::refused)
                        .orElseGet(() -> sign(found.because(command), draft, by, form, command));
            case Draft.Signed draft
            when draft.signature().by().staff().equals(by.id()) -> // twice is once
                new Done(draft.id().value(), found.revision().version(), command.answer());
            case Draft.Written _, Draft.Signed _, Draft.Released _, Draft.Expired _ ->
                Outcome.refused(Refusal.WRONG_STATE);
        };
    }

    private Optional<Refusal> refusal(Draft.Submitted draft, Form form) {
        if (!form.contentHash().equals(draft.manuscript().content().hash())) {
            return Optional.of(Refusal.CONTENT_CHANGED);
        }
        return machineCheck.refusal(draft, form.overrides());
    }

    private Outcome sign(Versioned<Draft> found, Draft.Submitted draft, Actor by, Form form, Cause.Command command) {
        var signature =
                new Signature(by.by(), form.contentHash(), form.step().name(), form.overrides(), clock.instant());
        var signed = draft.signed(signature, by);
        drafts.save(found.with(signed), signed.announcement());
        return new Done(draft.id().value(), found.nextVersion(), command.answer());
    }
}
