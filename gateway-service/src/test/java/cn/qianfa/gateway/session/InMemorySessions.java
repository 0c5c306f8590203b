package cn.qianfa.gateway.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public void add(Session session) {
        sessions.put(session.id(), session);
    }

    @Override
    public Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public List<Session> find(Collection<String> ids) {
        return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public void seen(String id, Instant at) {
        sessions.computeIfPresent(id, (_, one) -> new Session(id, one.staff(), one.startedAt(), at));
    }

    @Override
    public void end(String id) {
        sessions.remove(id);
    }

    @Override
    public void endAllOf(String staff) {
        sessions.values().removeIf(one -> one.staff().equals(staff));
    }

    @Override
    public void endAllOfBut(String staff, String id) {
        sessions.values().removeIf(one -> one.staff().equals(staff) && !one.id().equals(id));
    }

    @Override
    public void sweep(Instant seenBefore, Instant startedBefore) {
        sessions.values()
                .removeIf(one ->
                        one.seenAt().isBefore(seenBefore) || one.startedAt().isBefore(startedBefore));
    }
}
