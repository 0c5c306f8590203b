package cn.qianfa.embedded.store.collection;

import java.util.concurrent.atomic.LongAdder;

/** How many documents queries have looked at since the store was opened, whether they matched or not. */
public final class Visits {

    private final LongAdder documents = new LongAdder();
    private final LongAdder scans = new LongAdder();

    void document() {
        documents.increment();
    }

    void scan() {
        scans.increment();
    }

    public long documents() {
        return documents.sum();
    }

    /** How many queries found no index and began at the first document of a collection. */
    public long scans() {
        return scans.sum();
    }
}
