package cn.qianfa.gateway;

import cn.qianfa.gateway.credential.Credentials;
import cn.qianfa.gateway.credential.PasswordHash;
import cn.qianfa.gateway.credential.PasswordRules;
import com.mongodb.MongoException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives {@code admin} the password of the settings, once: whoever changed it keeps their own. */
@Component
class FirstSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(FirstSignIn.class);
    private static final String ADMIN = "admin";

    private final String password;
    private final Credentials credentials;
    private final PasswordHash passwords;
    private final InstantSource clock;
    private boolean done;

    FirstSignIn(GatewaySettings settings, Credentials credentials, PasswordHash passwords, InstantSource clock) {
        password = settings.adminPassword();
        this.credentials = credentials;
        this.passwords = passwords;
        this.clock = clock;
        done = password.isEmpty();
        var breaches = PasswordRules.breaches(ADMIN, password);
        if (!done && !breaches.isEmpty()) {
            throw new IllegalStateException("QIANFA_ADMIN_PASSWORD: %s (expected: %d characters or more, at least six"
                            .formatted(breaches, PasswordRules.SHORTEST)
                    + " different ones, and not the name)");
        }
    }

    /** Again until the store has answered. */
    @Scheduled(fixedDelay = 1_000)
    void createIfNone() {
        if (done) {
            return;
        }
        try {
            var isNew = credentials.find(ADMIN).isEmpty()
                    && credentials.createIfNone(ADMIN, passwords.of(password), clock.instant());
            done = true;
            LOG.atInfo().addKeyValue("staff", ADMIN).log(isNew ? "The first password is set" : "It has a password");
        } catch (MongoException e) {
            LOG.atWarn().log("The store does not answer: {}", e.toString());
        }
    }
}
