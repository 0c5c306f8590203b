package cn.qianfa.approval.registry;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.approval.registry.Register.Units;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.StaleWrite;
import java.time.InstantSource;

/** An administrator registers a unit's account on a platform; there is never a second one (article 3). */
public final class RegisterAccount {
    /** What is known of the new account. */
    public record Form(Platform platform, String name) {}

    private final Accounts accounts;
    private final Units units;
    private final Jurisdiction jurisdiction;
    private final InstantSource clock;

    public RegisterAccount(Accounts accounts, Units units, Jurisdiction jurisdiction, InstantSource clock) {
        this.accounts = accounts;
        this.units = units;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    public Outcome register(String unit, Asked<Form> asked) {
        if (!jurisdiction.sees(asked.by(), unit) || units.find(unit).isEmpty()) {
            return new Unknown();
        }
        if (!jurisdiction.administers(asked.by(), unit)) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var command = asked.command().get().answering(Account.State.REGISTERED.name());
        var form = asked.what().get();
        return add(new Account.Opened(unit, form.platform(), form.name(), clock.instant()), command);
    }

    private Outcome add(Account account, Cause.Command command) {
        try {
            return accounts.add(account, command)
                    .map(before -> Outcome.of(before, command))
                    .orElseGet(() -> new Done(account.id(), 1, command.answer()));
        } catch (StaleWrite e) {
            return Outcome.refused(Refusal.ALREADY_THERE);
        }
    }
}
