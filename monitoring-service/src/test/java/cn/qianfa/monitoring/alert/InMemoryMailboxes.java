package cn.qianfa.monitoring.alert;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Mailboxes for as long as a test runs. */
final class InMemoryMailboxes implements Mailboxes {
    private final Map<String, Mailbox> boxes = new HashMap<>();

    @Override
    public synchronized Mailbox of(String staff) {
        return boxes.getOrDefault(staff, Mailbox.empty(staff));
    }

    @Override
    public synchronized Optional<Mailbox> save(Mailbox changed) {
        if (of(changed.staff()).version() != changed.version()) {
            return Optional.empty();
        }
        var next = new Mailbox(changed.staff(), changed.mailed(), changed.busyUntil(), changed.version() + 1);
        boxes.put(next.staff(), next);
        return Optional.of(next);
    }
}
