package cn.qianfa.gateway.credential;

import java.time.Instant;
import java.util.Optional;

/** The gateway's credentials, one for each member of staff. */
public interface Credentials {
    Optional<Credential> find(String staff);

    /** Whose open code this is. */
    Optional<Credential> withCode(String codeHash);

    /** Who last set a password with this code. */
    Optional<Credential> whoUsed(String codeHash);

    /** @return false if there was one already */
    boolean createIfNone(String staff, String password, Instant at);

    /** @return false if it was changed meanwhile */
    boolean change(String staff, String oldPassword, String newPassword, Instant at);

    /** Gives out a code; an older one is void. */
    void issue(String staff, Credential.Issued code);

    /** @return false if the code was used meanwhile */
    boolean activate(String staff, Credential.Used by, String password, Instant at);

    /** Of someone who has left. */
    void remove(String staff);
}
