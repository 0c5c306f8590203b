package cn.qianfa.embedded.store.commit;

/** The store cannot be opened; the message is one sentence for whoever started it. */
public final class StoreCannotOpen extends RuntimeException {

    public StoreCannotOpen(String sentence) {
        super(sentence);
    }

    public StoreCannotOpen(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
