package cn.qianfa.gateway.credential;

/** A slow, salted hash. */
public interface PasswordHash {
    String of(String password);

    boolean matches(String password, String hash);

    /** Takes as long as a comparison and tells nothing: for names that have no password. */
    void matchNothing(String password);
}
