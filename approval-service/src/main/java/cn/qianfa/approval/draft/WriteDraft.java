package cn.qianfa.approval.draft;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.identity.Role;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** A drafter begins a draft for their unit. */
public final class WriteDraft {
    private final Drafts drafts;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    public WriteDraft(Drafts drafts, Supplier<UUID> ids, InstantSource clock) {
        this.drafts = drafts;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome write(Asked<Content> asked) {
        var by = asked.by();
        if (!by.is(Role.DRAFTER)) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var command = asked.command().get().answering(Draft.State.WRITTEN.name());
        var id = new DraftId(ids.get().toString());
        var draft = Draft.begun(id, asked.what().get(), by, clock.instant());
        return drafts.add(draft, command)
                .map(before -> Outcome.of(before, command))
                .orElseGet(() -> new Done(id.value(), 1, command.answer()));
    }
}
