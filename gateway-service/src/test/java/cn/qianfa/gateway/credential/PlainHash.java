package cn.qianfa.gateway.credential;

/** A hash that is fast and hides nothing; counts how often it compared. */
public final class PlainHash implements PasswordHash {
    private int comparisons;

    @Override
    public String of(String password) {
        return "hash of " + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        comparisons++;
        return of(password).equals(hash);
    }

    @Override
    public void matchNothing(String password) {
        comparisons++;
    }

    public int comparisons() {
        return comparisons;
    }
}
