package cn.qianfa.gateway.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The signed-in browsers. */
public interface Sessions {
    void add(Session session);

    Optional<Session> find(String id);

    /** Those of them that are there. */
    List<Session> find(Collection<String> ids);

    void seen(String id, Instant at);

    void end(String id);

    void endAllOf(String staff);

    void endAllOfBut(String staff, String id);

    /** Drops those not seen, or started, since. */
    void sweep(Instant seenBefore, Instant startedBefore);
}
