package cn.qianfa.contracts.delivery;

/** Too much waits to be announced: the command is refused (429) until the broker has taken some of it. */
public final class Backlog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Backlog(String id, long bytes, long limit) {
        super("%s: %d bytes wait in the outbox (expected: at most %d)".formatted(id, bytes, limit));
    }
}
