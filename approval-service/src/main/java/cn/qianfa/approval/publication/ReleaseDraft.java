package cn.qianfa.approval.publication;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.Manuscript;
import cn.qianfa.approval.draft.Release;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.approval.draft.Verdict;
import cn.qianfa.approval.registry.Account;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account administrator sends a signed draft out, to accounts of its unit (article 7). A transition of the draft, so
 * that recall, change and release cannot cross. Nobody publishes what they ever signed.
 */
public final class ReleaseDraft {
    /**
     * @param accounts each once
     * @param at not before; null for now
     */
    public record Form(List<String> accounts, @Nullable Instant at) {
        public Form {
            accounts = List.copyOf(accounts);
        }
    }

    private final Drafts drafts;
    private final Accounts accounts;
    private final Sight sight;
    private final InstantSource clock;

    public ReleaseDraft(Drafts drafts, Accounts accounts, Sight sight, InstantSource clock) {
        this.drafts = drafts;
        this.accounts = accounts;
        this.sight = sight;
        this.clock = clock;
    }

    public Outcome release(DraftId id, Asked<Form> asked) {
        return Race.decide(() -> drafts.find(id)
                .filter(found -> sight.sees(asked.by(), found.value().unit()))
                .map(found -> release(found, asked))
                .orElseGet(Unknown::new));
    }

    private Outcome release(Versioned<Draft> found, Asked<Form> asked) {
        var manuscript = found.value().manuscript();
        if (!publishes(asked.by(), manuscript)) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        if (manuscript.signers().contains(asked.by().id())) {
            return Outcome.refused(Refusal.DUTIES_NOT_SEPARATE);
        }
        var command = asked.command().get().answering(Draft.State.RELEASED.name());
        return Outcome.before(found.revision(), command)
                .orElseGet(() -> release(found, asked.by(), asked.what().get(), command));
    }

    /** In an emergency two people must do: then who wrote it may publish it (article 9, 3 and 5). */
    private static boolean publishes(Actor by, Manuscript manuscript) {
        var emergency = manuscript.content().importance() == Importance.EMERGENCY;
        return by.unit().equals(manuscript.unit())
                && (by.is(Role.PUBLISHER) || emergency && manuscript.writers().contains(by.id()));
    }

    private Outcome release(Versioned<Draft> found, Actor by, Form form, Cause.Command command) {
        return switch (found.value()) {
            case Draft.Signed draft -> release(found, draft, by, form, command);
            case Draft.Released draft
            when isBy(draft.release(), by, form) -> // asking twice is asking once
                new Done(draft.id().value(), found.revision().version(), command.answer());
            case Draft.Written _, Draft.Submitted _, Draft.Released _, Draft.Expired _ ->
                Outcome.refused(Refusal.WRONG_STATE);
        };
    }

    private static boolean isBy(Release release, Actor by, Form form) {
        return release.by().staff().equals(by.id()) && release.accounts().equals(form.accounts());
    }

    private Outcome release(Versioned<Draft> found, Draft.Signed draft, Actor by, Form form, Cause.Command command) {
        if (draft.currentVerdict().filter(Verdict::blocks).isPresent()) {
            return Outcome.refused(Refusal.BLOCKED_BY_FINDING); // seen only after the signature
        }
        if (!form.accounts().stream().allMatch(account -> isFiled(account, draft.unit()))) {
            return Outcome.refused(Refusal.ACCOUNT_NOT_FILED);
        }
        var now = clock.instant();
        var at = form.at();
        var publishAt = at == null || at.isBefore(now) ? now : at;
        var released = draft.released(new Release(by.by(), form.accounts(), publishAt, now), by);
        drafts.save(found.<Draft>with(released).because(command), released.announcement());
        return new Done(draft.id().value(), found.nextVersion(), command.answer());
    }

    private boolean isFiled(String account, String unit) {
        return accounts.find(account)
                .filter(found -> found.value() instanceof Account.Filed)
                .filter(found -> found.value().unit().equals(unit))
                .isPresent();
    }
}
