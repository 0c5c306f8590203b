package cn.qianfa.embedded.store.commit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.jspecify.annotations.Nullable;

/**
 * The file, with a header that always leads to the last commit.
 *
 * <p>MVStore rewrites its header now and then, and finds later commits by following their chain. Where the space of old
 * commits is used again at once, a link of that chain may be overwritten before the header has moved on, and a crash
 * just then loses commits that were synced. Here each commit writes the header, and only that one of its two copies
 * that leads less far: whatever of a commit reaches the disk before its sync, the other copy leads to the one before.
 */
final class CarefulFile extends SingleFileStore {

    private static final String CLEAN = "clean";
    private static final int COPY_BYTES = 4096;
    private static final Pattern COPY = Pattern.compile("(H:2,.*\\bversion:(\\p{XDigit}+).*),fletcher:(\\p{XDigit}+)");

    /** Which copy leads to the last commit, 0 or 1. */
    private int furthest;

    /** Whether both copies are known to lead to the last two commits. */
    private boolean settled;

    CarefulFile(Map<String, Object> settings) {
        super(settings);
    }

    @Override
    public void open(String fileName, boolean readOnly, char @Nullable [] encryptionKey) {
        super.open(fileName, readOnly, encryptionKey);
        settled = size() == 0;
        if (!settled) {
            furthest = version(0) >= version(1) ? 0 : 1;
        }
    }

    @Override
    protected void writeFully(@Nullable SFChunk chunk, long position, ByteBuffer bytes) {
        if (chunk != null) {
            settle();
            getStoreHeader().put(CLEAN, 1); // taken away when the chunk is written: then the header must be, too
            super.writeFully(chunk, position, bytes);
        } else if (position == 0 && size() >= 2 * COPY_BYTES) {
            writeHeader(bytes);
        } else {
            super.writeFully(null, position, bytes);
        }
    }

    /** Recovery may have found the last commit without the header: before there is a next one, both copies lead to it. */
    private void settle() {
        if (!settled) {
            sync();
            writeCleanShutdownMark();
            settled = true;
        }
    }

    private void writeHeader(ByteBuffer bytes) {
        int next = 1 - furthest;
        writeCopy(next, bytes);
        if (getStoreHeader().containsKey(CLEAN)) { // the end of a session, or of a rollback: the other must not differ
            sync();
            writeCopy(furthest, bytes);
        }
        furthest = next;
    }

    private void writeCopy(int copy, ByteBuffer bytes) {
        super.writeFully(null, copy * COPY_BYTES, bytes.slice(copy * COPY_BYTES, COPY_BYTES));
    }

    /** The version a copy leads to, or -1 if it is torn. */
    private long version(int copy) {
        var bytes = new byte[COPY_BYTES];
        if (size() < 2 * COPY_BYTES) {
            return -1;
        }
        readFully((SFChunk) null, copy * COPY_BYTES, COPY_BYTES).get(bytes);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var fields = COPY.matcher(text);
        if (!fields.lookingAt()) {
            return -1;
        }
        int length = fields.group(1).length();
        boolean whole = DataUtils.getFletcher32(bytes, 0, length) == Integer.parseUnsignedInt(fields.group(3), 16);
        return whole ? Long.parseUnsignedLong(fields.group(2), 16) : -1;
    }
}
