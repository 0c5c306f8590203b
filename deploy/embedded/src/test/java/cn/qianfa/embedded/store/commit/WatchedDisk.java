package cn.qianfa.embedded.store.commit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files under {@code watched:} tell, at each sync, everything a power cut just before it could have left: any of the
 * writes since the sync before, in whole, up to their middle, or not at all. What a killed process leaves is among it.
 */
public final class WatchedDisk extends FilePathWrapper {

    private static volatile Consumer<byte[]> watcher = _ -> {};

    static void register(Consumer<byte[]> eachImage) {
        FilePath.register(new WatchedDisk());
        watcher = eachImage;
    }

    @Override
    public String getScheme() {
        return "watched";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private record Write(long position, byte[] bytes) {

        Write half() {
            return new Write(position, Arrays.copyOf(bytes, bytes.length / 2));
        }

        byte[] on(byte[] image) {
            var written = Arrays.copyOf(image, (int) Math.max(image.length, position + bytes.length));
            System.arraycopy(bytes, 0, written, (int) position, bytes.length);
            return written;
        }
    }

    private static final class Channel extends FileBase {

        private final FileChannel file;
        private final List<Write> unsynced = new ArrayList<>();
        private byte[] synced;

        Channel(FileChannel file) throws IOException {
            this.file = file;
            this.synced = contents();
        }

        private byte[] contents() throws IOException {
            var contents = ByteBuffer.allocate((int) file.size());
            while (contents.hasRemaining() && file.read(contents, contents.position()) >= 0) {
                continue;
            }
            return contents.array();
        }

        private void note(ByteBuffer buffer, long position) {
            var bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            unsynced.add(new Write(position, bytes));
        }

        private void tell(byte[] image, List<Write> left) {
            if (left.isEmpty()) {
                watcher.accept(image);
                return;
            }
            var rest = left.subList(1, left.size());
            tell(image, rest);
            tell(left.getFirst().half().on(image), rest);
            tell(left.getFirst().on(image), rest);
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            if (!unsynced.isEmpty()) {
                tell(synced, unsynced);
                unsynced.clear();
                synced = contents();
            }
            file.force(metaData);
        }

        @Override
        public synchronized int write(ByteBuffer bytes) throws IOException {
            note(bytes, file.position());
            return file.write(bytes);
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            note(bytes, position);
            return file.write(bytes, position);
        }

        /** MVStore syncs before it cuts off what nobody needs. */
        @Override
        public synchronized FileChannel truncate(long size) throws IOException {
            if (!unsynced.isEmpty()) {
                throw new IOException("cut off before the writes were synced");
            }
            file.truncate(size);
            synced = contents();
            return this;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
