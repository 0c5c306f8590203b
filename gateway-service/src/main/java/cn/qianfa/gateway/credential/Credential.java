package cn.qianfa.gateway.credential;

import java.time.Instant;
import java.util.Optional;

/**
 * What a member of staff proves with who they are.
 *
 * @param password its slow hash; empty for someone who never set one
 * @param issued the last activation code given out, used or not
 * @param used the last activation that set the password
 */
public record Credential(String staff, Optional<String> password, Optional<Issued> issued, Optional<Used> used) {
    /**
     * An activation code.
     *
     * @param command the command that asked for it
     */
    public record Issued(String codeHash, Instant expires, String command) {}

    /**
     * A code that set a password.
     *
     * @param key the idempotency key it came with
     */
    public record Used(String codeHash, String key) {}
}
