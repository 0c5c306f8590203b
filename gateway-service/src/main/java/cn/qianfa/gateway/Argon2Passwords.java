package cn.qianfa.gateway;

import cn.qianfa.gateway.credential.PasswordHash;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id by Spring Security's parameters: 16 MiB and some 50 ms each, so only a few at a time. */
final class Argon2Passwords implements PasswordHash {
    private static final int AT_A_TIME = 4;

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final String nobodys = of("nobody has this password");

    @Override
    public String of(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    @Override
    public void matchNothing(String password) {
        matches(password, nobodys);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
