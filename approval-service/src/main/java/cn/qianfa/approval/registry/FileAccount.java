package cn.qianfa.approval.registry;

import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Stale;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Outcome.VersionRequired;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** An administrator files an account with the district office; from then on it may publish (article 5). */
public final class FileAccount {
    private final Accounts accounts;
    private final Jurisdiction jurisdiction;
    private final InstantSource clock;

    public FileAccount(Accounts accounts, Jurisdiction jurisdiction, InstantSource clock) {
        this.accounts = accounts;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** @param read the version that was read; asked only once it is clear that this person may file */
    public Outcome file(String account, Actor by, Supplier<OptionalLong> read) {
        return Race.decide(() -> accounts.find(account)
                .filter(found -> jurisdiction.sees(by, found.value().unit()))
                .map(found -> file(found, by, read))
                .orElseGet(Unknown::new));
    }

    private Outcome file(Versioned<Account> found, Actor by, Supplier<OptionalLong> read) {
        if (!jurisdiction.administers(by, found.value().unit())) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var version = read.get();
        if (version.isEmpty()) {
            return new VersionRequired();
        }
        if (version.getAsLong() != found.revision().version()) {
            return new Stale(found.revision().version());
        }
        return switch (found.value()) {
            case Account.Opened account -> file(found, account.filed(clock.instant()));
            case Account.Filed account -> done(account, found.revision().version()); // filing twice is filing once
            case Account.Closed _ -> Outcome.refused(Refusal.WRONG_STATE);
        };
    }

    private Outcome file(Versioned<Account> found, Account.Filed account) {
        accounts.save(found.with(account), account.announcement());
        return done(account, found.nextVersion());
    }

    private static Outcome done(Account.Filed account, long version) {
        return new Done(account.id(), version, account.state().name());
    }
}
