package cn.qianfa.monitoring.alert;

import java.util.Optional;

/** How much mail each person got lately. */
public interface Mailboxes {
    Mailbox of(String staff);

    /** @return what stands now; empty if somebody else wrote first */
    Optional<Mailbox> save(Mailbox changed);
}
