package cn.qianfa.contracts.delivery;

/** A stored value with the state of its delivery, and why it is about to be written again. */
public record Versioned<T>(T value, Revision revision, Cause cause) {
    public static <T> Versioned<T> of(T value, Revision revision) {
        return new Versioned<>(value, revision, Cause.OWN);
    }

    public <S> Versioned<S> with(S changed) {
        return new Versioned<>(changed, revision, cause);
    }

    public Versioned<T> because(Cause why) {
        return new Versioned<>(value, revision, why);
    }

    /** The version it will have once it is saved. */
    public long nextVersion() {
        return revision.version() + 1;
    }
}
