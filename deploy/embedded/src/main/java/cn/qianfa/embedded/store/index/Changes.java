package cn.qianfa.embedded.store.index;

/** Counts what is put into and taken out of the maps. Only whoever holds the store for writing touches it. */
public final class Changes {

    private long count;

    public void note() {
        count++;
    }

    public long count() {
        return count;
    }
}
