package cn.qianfa.gateway.credential;

import cn.qianfa.gateway.credential.PasswordRules.Breach;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Sets a password with an activation code; whoever was signed in with the old one is signed out. */
public final class SetPassword {
    private final Credentials credentials;
    private final Attempts attempts;
    private final PasswordHash passwords;
    private final Consumer<String> signOutEverywhere;
    private final InstantSource clock;

    public SetPassword(
            Credentials credentials,
            Attempts attempts,
            PasswordHash passwords,
            Consumer<String> signOutEverywhere,
            InstantSource clock) {
        this.credentials = credentials;
        this.attempts = attempts;
        this.passwords = passwords;
        this.signOutEverywhere = signOutEverywhere;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param staff the name to sign in with */
        record Done(String staff) implements Outcome {}

        /** Never given out, used, expired or replaced by a newer one. */
        record UnknownCode() implements Outcome {}

        record Weak(List<Breach> breaches) implements Outcome {}

        /** The same key came with another password before. */
        record KeyReused() implements Outcome {}
    }

    public Outcome set(String typedCode, String password, String idempotencyKey) {
        return ActivationCode.read(typedCode)
                .map(code -> set(code, password, idempotencyKey))
                .orElseGet(Outcome.UnknownCode::new);
    }

    private Outcome set(ActivationCode code, String password, String idempotencyKey) {
        return credentials
                .withCode(code.hash())
                .filter(this::isStillValid)
                .map(credential -> set(credential, new Credential.Used(code.hash(), idempotencyKey), password))
                .orElseGet(() -> again(code, password, idempotencyKey));
    }

    private boolean isStillValid(Credential credential) {
        return credential
                .issued()
                .filter(issued -> clock.instant().isBefore(issued.expires()))
                .isPresent();
    }

    private Outcome set(Credential credential, Credential.Used by, String password) {
        var breaches = PasswordRules.breaches(credential.staff(), password);
        if (!breaches.isEmpty()) {
            return new Outcome.Weak(breaches);
        }
        if (!credentials.activate(credential.staff(), by, passwords.of(password), clock.instant())) {
            return new Outcome.UnknownCode();
        }
        attempts.forget(credential.staff());
        signOutEverywhere.accept(credential.staff());
        return new Outcome.Done(credential.staff());
    }

    /** The answer may have been lost: the same command is told the same. No fast hash of a password is kept for it. */
    private Outcome again(ActivationCode code, String password, String idempotencyKey) {
        var before = credentials
                .whoUsed(code.hash())
                .filter(credential -> credential
                        .used()
                        .filter(used -> used.key().equals(idempotencyKey))
                        .isPresent());
        if (before.isEmpty()) {
            return new Outcome.UnknownCode();
        }
        var same = before.get()
                .password()
                .filter(hash -> passwords.matches(password, hash))
                .isPresent();
        return same ? new Outcome.Done(before.get().staff()) : new Outcome.KeyReused();
    }
}
