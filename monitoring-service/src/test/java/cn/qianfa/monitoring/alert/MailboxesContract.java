package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every store of mailboxes promises. */
public abstract class MailboxesContract {
    protected abstract Mailboxes mailboxes();

    @Test
    void givesBackWhatWasWritten() {
        var mailboxes = mailboxes();
        assertThat(mailboxes.of("duty")).isEqualTo(Mailbox.empty("duty"));

        var sending = mailboxes
                .save(Mailbox.empty("duty").sending("a.1", NOW, NOW.plusSeconds(30)))
                .orElseThrow();
        assertThat(mailboxes.of("duty")).isEqualTo(sending);
        var free = mailboxes.save(sending.free()).orElseThrow();

        assertThat(mailboxes.of("duty")).isEqualTo(free);
        assertThat(free.mailed()).containsExactly(new Mailbox.Mailed("a.1", NOW));
        assertThat(mailboxes.of("standby")).isEqualTo(Mailbox.empty("standby"));
    }

    @Test
    void letsOneOfTwoThrough() {
        var mailboxes = mailboxes();
        var first = Mailbox.empty("duty").sending("a.1", NOW, NOW);

        assertThat(mailboxes.save(first)).isPresent();
        assertThat(mailboxes.save(first)).isEmpty();
        var now = mailboxes.of("duty");
        assertThat(mailboxes.save(now.free())).isPresent();
        assertThat(mailboxes.save(now.free())).isEmpty();
    }
}
