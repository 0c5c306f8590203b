package cn.qianfa.embedded.store.collection;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The rest of an answer. It holds a place, not the documents, so it sees what was written in between. */
final class StoreCursor extends AbstractCursor {

    /** What a batch holds if nobody says. */
    static final int USUAL_BATCH = 1000;

    private static final int FULL_BYTES = 12 << 20;

    private final Answer answer;
    private final InstantSource clock;
    private volatile Instant lastUsed;

    StoreCursor(long id, Answer answer, InstantSource clock) {
        super(id);
        this.answer = answer;
        this.clock = clock;
        this.lastUsed = clock.instant();
    }

    @Override
    public synchronized boolean isEmpty() {
        return answer.ended();
    }

    @Override
    public synchronized List<Document> takeDocuments(int numberToReturn) {
        lastUsed = clock.instant();
        int most = numberToReturn > 0 ? numberToReturn : USUAL_BATCH;
        var batch = new ArrayList<Document>();
        while (batch.size() < most && answer.bytes() < FULL_BYTES && answer.hasNext()) {
            batch.add(answer.next());
        }
        answer.putAside();
        return batch;
    }

    Instant lastUsed() {
        return lastUsed;
    }
}
