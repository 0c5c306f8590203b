package cn.qianfa.contracts.delivery;

/** Somebody else wrote the document first: read it again and decide again. */
public final class StaleWrite extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleWrite(String collection, String id, long version) {
        super("%s %s: version %d (expected: the version last read)".formatted(collection, id, version));
    }
}
