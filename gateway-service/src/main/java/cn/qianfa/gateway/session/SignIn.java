package cn.qianfa.gateway.session;

import cn.qianfa.gateway.appointment.Appointment;
import cn.qianfa.gateway.appointment.Appointments;
import cn.qianfa.gateway.credential.Attempts;
import cn.qianfa.gateway.credential.Credential;
import cn.qianfa.gateway.credential.Credentials;
import cn.qianfa.gateway.credential.PasswordHash;
import cn.qianfa.gateway.credential.PasswordRules;
import java.time.Duration;
import java.time.InstantSource;

/** Signs a member of staff in. Whatever was wrong, the answer and the time it takes are the same. */
public final class SignIn {
    private final Credentials credentials;
    private final Attempts attempts;
    private final PasswordHash passwords;
    private final Appointments appointments;
    private final Sessions sessions;
    private final InstantSource clock;

    public SignIn(
            Credentials credentials,
            Attempts attempts,
            PasswordHash passwords,
            Appointments appointments,
            Sessions sessions,
            InstantSource clock) {
        this.credentials = credentials;
        this.attempts = attempts;
        this.passwords = passwords;
        this.appointments = appointments;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done(SessionToken token) implements Outcome {}

        /** No such name, another password, nobody of this house any more. */
        record Refused() implements Outcome {}

        /** Too many wrong ones of late for this name, whether anyone has it or not. */
        record Wait(Duration left) implements Outcome {}

        /** The password is right, but the registry has not told yet who this is. */
        record NotKnownYet() implements Outcome {}
    }

    public Outcome signIn(String name, String password) {
        var wait = attempts.begin(name, clock.instant());
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get());
        }
        if (!isRight(name, password)) {
            return new Outcome.Refused();
        }
        attempts.forget(name);
        return appointments
                .find(name)
                .map(told -> told.actor().isPresent() ? begin(told) : new Outcome.Refused())
                .orElseGet(Outcome.NotKnownYet::new);
    }

    private boolean isRight(String name, String password) {
        var usable = password.length() <= PasswordRules.LONGEST ? password : "";
        return credentials
                .find(name)
                .flatMap(Credential::password)
                .map(hash -> passwords.matches(usable, hash))
                .orElseGet(() -> {
                    passwords.matchNothing(usable);
                    return false;
                });
    }

    private Outcome begin(Appointment told) {
        var token = SessionToken.random();
        var now = clock.instant();
        sessions.add(new Session(token.id(), told.staff(), now, now));
        return new Outcome.Done(token);
    }
}
