package cn.qianfa.embedded.store.collection;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** What a query gives back, one document at a time, read only as far as it is asked for. */
final class Answer implements Iterator<Document> {

    private final Iterator<Row> rows;
    private final Runnable putAside;
    private final UnaryOperator<Document> projection;
    private int toSkip;
    private int left;
    private boolean ended;
    private int bytes;

    /**
     * @param limit how many to give back, 0 for all
     */
    Answer(Iterator<Row> rows, Runnable putAside, UnaryOperator<Document> projection, int skip, int limit) {
        this.rows = rows;
        this.putAside = putAside;
        this.projection = projection;
        this.toSkip = skip;
        this.left = limit == 0 ? Integer.MAX_VALUE : limit;
    }

    @Override
    public boolean hasNext() {
        while (toSkip > 0 && rows.hasNext()) {
            rows.next();
            toSkip--;
        }
        ended = left == 0 || !rows.hasNext();
        return !ended;
    }

    @Override
    public Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = rows.next();
        bytes += row.bytes();
        left--;
        ended = left == 0;
        return projection.apply(row.document());
    }

    /** Whether it is known that nothing more will come. */
    boolean ended() {
        return ended;
    }

    /** Bytes given back so far, since the last {@link #putAside}. */
    int bytes() {
        return bytes;
    }

    void putAside() {
        bytes = 0;
        putAside.run();
    }
}
