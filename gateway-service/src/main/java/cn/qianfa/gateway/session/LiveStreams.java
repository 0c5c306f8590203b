package cn.qianfa.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The live streams that are open here. One is cut when its session ends, its person's role changes or it falls silent. */
public final class LiveStreams {
    /** Three heartbeats. */
    private static final Duration SILENT = Duration.ofSeconds(45);

    private final WhoIsSignedIn who;
    private final InstantSource clock;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    public LiveStreams(WhoIsSignedIn who, InstantSource clock) {
        this.who = who;
        this.clock = clock;
    }

    /** @param cut ends the stream at once, from another thread */
    public Stream open(SignedIn reader, Runnable cut) {
        var stream = new Stream(reader, cut);
        open.add(stream);
        return stream;
    }

    public int count() {
        return open.size();
    }

    /** How many one person has open. */
    public long countOf(String staff) {
        return open.stream()
                .filter(stream -> stream.reader.actor().id().equals(staff))
                .count();
    }

    /** To be called twice a second: a stream outlives its session by no more than that. */
    public void check() {
        var now = open.stream().toList();
        if (now.isEmpty()) {
            return;
        }
        var still = new HashSet<>(who.still(now.stream().map(Stream::reader).toList()));
        now.stream()
                .filter(stream -> !still.contains(stream.reader()) || stream.isSilent())
                .forEach(Stream::cut);
    }

    public void cutAll() {
        open.forEach(Stream::cut);
    }

    /** One open stream. */
    public final class Stream implements AutoCloseable {
        private final SignedIn reader;
        private final Runnable cut;
        private volatile Instant heardAt = clock.instant();

        private Stream(SignedIn reader, Runnable cut) {
            this.reader = reader;
            this.cut = cut;
        }

        SignedIn reader() {
            return reader;
        }

        /** Something came. */
        public void heard() {
            heardAt = clock.instant();
        }

        private boolean isSilent() {
            return clock.instant().isAfter(heardAt.plus(SILENT));
        }

        private void cut() {
            close();
            cut.run();
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
