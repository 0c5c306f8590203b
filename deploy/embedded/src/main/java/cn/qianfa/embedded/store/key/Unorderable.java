package cn.qianfa.embedded.store.key;

/** A value that has no single place in an order; the message names it, "an array". */
public final class Unorderable extends RuntimeException {

    public Unorderable(String what) {
        super(what, null, false, false);
    }
}
