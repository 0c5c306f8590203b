package cn.qianfa.embedded.store.collection;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Sorts in memory what no index has in the order asked for. Only as many rows are kept as can be asked for. */
final class SortedRows {

    private static final int TOO_MUCH_MEMORY = 292;

    /** Documents in memory are several times as large as their BSON. */
    private static final long MOST_BYTES =
            Math.max(8L << 20, Runtime.getRuntime().maxMemory() / 16);

    private final Comparator<Row> order;
    private final int most;
    private final List<Row> kept = new ArrayList<>();
    private long bytes;

    private SortedRows(Comparator<Document> order, int most) {
        this.order = Comparator.comparing(Row::document, order);
        this.most = most;
    }

    /**
     * @param most how many of the first are wanted, 0 for all
     * @throws MongoServerError if they do not fit into memory
     */
    static Iterator<Row> of(Iterator<Row> rows, Comparator<Document> order, int most) {
        var sorted = new SortedRows(order, most);
        rows.forEachRemaining(sorted::add);
        sorted.kept.sort(sorted.order);
        return sorted.kept.iterator();
    }

    private void add(Row row) {
        kept.add(row);
        bytes += row.bytes();
        if (most > 0 && kept.size() >= 2L * most) {
            kept.sort(order);
            kept.subList(most, kept.size()).clear();
            bytes = kept.stream().mapToLong(Row::bytes).sum();
        }
        if (bytes > MOST_BYTES) {
            throw new MongoServerError(
                    TOO_MUCH_MEMORY,
                    "QueryExceededMemoryLimitNoDiskUseAllowed",
                    "sorting " + bytes + " bytes in memory (expected: at most " + MOST_BYTES
                            + "; declare an index that ends in the fields sorted by, or set a limit)");
        }
    }
}
