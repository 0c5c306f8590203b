package cn.qianfa.gateway.credential;

import cn.qianfa.gateway.credential.PasswordRules.Breach;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A signed-in person replaces a password they know. */
public final class ChangePassword {
    private final Credentials credentials;
    private final Attempts attempts;
    private final PasswordHash passwords;
    private final InstantSource clock;

    public ChangePassword(Credentials credentials, Attempts attempts, PasswordHash passwords, InstantSource clock) {
        this.credentials = credentials;
        this.attempts = attempts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Changed() implements Outcome {}

        record WrongPassword() implements Outcome {}

        record Weak(List<Breach> breaches) implements Outcome {}

        record Wait(Duration left) implements Outcome {}
    }

    public Outcome change(String staff, String current, String replacement) {
        var breaches = PasswordRules.breaches(staff, replacement);
        if (!breaches.isEmpty()) {
            return new Outcome.Weak(breaches);
        }
        var wait = attempts.begin(staff, clock.instant());
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get());
        }
        var known = credentials.find(staff).flatMap(Credential::password);
        if (known.filter(hash -> passwords.matches(current, hash)).isEmpty()) {
            return new Outcome.WrongPassword();
        }
        attempts.forget(staff);
        var changed = credentials.change(staff, known.get(), passwords.of(replacement), clock.instant());
        return changed ? new Outcome.Changed() : new Outcome.WrongPassword();
    }
}
