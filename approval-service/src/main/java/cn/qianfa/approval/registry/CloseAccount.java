package cn.qianfa.approval.registry;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import java.time.InstantSource;

/** An administrator stops an account, with the notice that tells the public so (article 3). */
public final class CloseAccount {
    private final Accounts accounts;
    private final Jurisdiction jurisdiction;
    private final InstantSource clock;

    public CloseAccount(Accounts accounts, Jurisdiction jurisdiction, InstantSource clock) {
        this.accounts = accounts;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** @param asked for with the notice */
    public Outcome close(String account, Asked<String> asked) {
        return Race.decide(() -> accounts.find(account)
                .filter(found -> jurisdiction.sees(asked.by(), found.value().unit()))
                .map(found -> close(found, asked))
                .orElseGet(Unknown::new));
    }

    private Outcome close(Versioned<Account> found, Asked<String> asked) {
        if (!jurisdiction.administers(asked.by(), found.value().unit())) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var command = asked.command().get().answering(Account.State.CLOSED.name());
        return Outcome.before(found.revision(), command)
                .orElseGet(() -> close(found, asked.what().get(), command));
    }

    private Outcome close(Versioned<Account> found, String notice, Cause.Command command) {
        return switch (found.value()) {
            case Account.Filed account -> {
                var closed = account.closed(notice, clock.instant());
                accounts.save(found.<Account>with(closed).because(command), closed.announcement());
                yield new Done(closed.id(), found.nextVersion(), command.answer());
            }
            case Account.Opened _, Account.Closed _ -> Outcome.refused(Refusal.WRONG_STATE);
        };
    }
}
