package cn.qianfa.gateway.session;

import cn.qianfa.gateway.appointment.Appointment;
import cn.qianfa.gateway.appointment.Appointments;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up at each request who acts and as what: nothing is remembered, so what is revoked is revoked at once. */
public final class WhoIsSignedIn {
    private final Sessions sessions;
    private final Appointments appointments;
    private final SessionLife life;
    private final InstantSource clock;

    public WhoIsSignedIn(Sessions sessions, Appointments appointments, SessionLife life, InstantSource clock) {
        this.sessions = sessions;
        this.appointments = appointments;
        this.life = life;
        this.clock = clock;
    }

    public Optional<SignedIn> find(SessionToken token) {
        return sessions.find(token.id()).filter(this::isOpen).flatMap(session -> find(token, session));
    }

    private Optional<SignedIn> find(SessionToken token, Session session) {
        var found = appointments.find(session.staff()).flatMap(told -> signedIn(token, session, told));
        found.ifPresent(_ -> note(session));
        return found;
    }

    private Optional<SignedIn> signedIn(SessionToken token, Session session, Appointment told) {
        return switch (told) {
            case Appointment.Appointed appointed ->
                appointed
                        .actor()
                        .map(actor ->
                                new SignedIn(session.id(), actor, appointed.name(), token.csrf(), life.end(session)));
            case Appointment.Left _ -> Optional.empty();
        };
    }

    /** Those who still are what they were, in two questions to the store however many they are. */
    public List<SignedIn> still(Collection<SignedIn> before) {
        var open = sessions
                .find(before.stream().map(SignedIn::session).distinct().toList())
                .stream()
                .filter(this::isOpen)
                .collect(Collectors.toMap(Session::id, Function.identity()));
        var told = appointments
                .find(before.stream().map(who -> who.actor().id()).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Appointment::staff, Appointment::actor));
        open.values().forEach(this::note);
        return before.stream()
                .filter(who -> open.containsKey(who.session()))
                .filter(who ->
                        Optional.of(who.actor()).equals(told.get(who.actor().id())))
                .toList();
    }

    private boolean isOpen(Session session) {
        return !life.isOver(session, clock.instant());
    }

    private void note(Session session) {
        if (life.isWorthNoting(session, clock.instant())) {
            sessions.seen(session.id(), clock.instant());
        }
    }
}
