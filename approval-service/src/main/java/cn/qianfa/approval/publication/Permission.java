package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.Verdict;
import cn.qianfa.approval.registry.Account;
import cn.qianfa.approval.registry.Appointment;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.contracts.event.By;
import java.util.Optional;

/** What must still hold in the moment of posting: time may have passed since the release (articles 5 to 7). */
public final class Permission {
    private final Drafts drafts;
    private final Accounts accounts;
    private final Appointments appointments;

    public Permission(Drafts drafts, Accounts accounts, Appointments appointments) {
        this.drafts = drafts;
        this.accounts = accounts;
        this.appointments = appointments;
    }

    /** What a job is posted with, or why it must not be posted. */
    sealed interface Answer {
        /** Exactly what was signed, for the account it was released to. */
        record Granted(Draft.Released draft, Account.Filed account) implements Answer {}

        /** @param reason a stable code: {@code account-not-filed, staff-left, signature-void, blocked-by-finding} */
        record Denied(String reason) implements Answer {}
    }

    Answer of(Job job) {
        return accounts.find(job.account())
                .flatMap(found -> found.value() instanceof Account.Filed filed ? Optional.of(filed) : Optional.empty())
                .map(account -> of(job, account))
                .orElseGet(() -> new Answer.Denied("account-not-filed"));
    }

    private Answer of(Job job, Account.Filed account) {
        return drafts.find(job.draft())
                .flatMap(found ->
                        found.value() instanceof Draft.Released released ? Optional.of(released) : Optional.empty())
                .filter(draft -> stands(draft, job))
                .map(draft -> of(draft, account))
                .orElseGet(() -> new Answer.Denied("signature-void"));
    }

    private Answer of(Draft.Released draft, Account.Filed account) {
        if (!works(draft.signature().by()) || !works(draft.release().by())) {
            return new Answer.Denied("staff-left");
        }
        return draft.currentVerdict().filter(Verdict::blocks).isPresent()
                ? new Answer.Denied("blocked-by-finding")
                : new Answer.Granted(draft, account);
    }

    /** The signature is under exactly what is about to be posted. */
    private static boolean stands(Draft.Released draft, Job job) {
        var hash = draft.manuscript().content().hash();
        return hash.equals(job.contentHash()) && hash.equals(draft.signature().contentHash());
    }

    private boolean works(By by) {
        return appointments
                .find(by.staff())
                .filter(found -> found.value() instanceof Appointment.Held)
                .filter(found -> found.value().unit().equals(by.unit()))
                .isPresent();
    }
}
