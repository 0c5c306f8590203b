package cn.qianfa.receiver;

import java.util.LinkedHashSet;

/** The ids of the last webhooks, so that one that is sent twice is told once. It forgets the oldest, and all at the end. */
final class Seen {
    private final LinkedHashSet<String> ids = new LinkedHashSet<>();
    private final int most;

    Seen(int most) {
        this.most = most;
    }

    /** @return whether it is new */
    synchronized boolean add(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > most) {
            ids.removeFirst();
        }
        return true;
    }
}
