package cn.qianfa.contracts.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of delivery of one stored document, as it was when it was read.
 *
 * @param version guards the next write
 * @param seq the number of the last event announced
 * @param pendingBytes bytes of events that wait in the outbox; an upper bound, as the relay only takes away
 * @param applied per source, the last event that went in
 * @param receipts of the last commands, newest last
 */
public record Revision(long version, long seq, int pendingBytes, Map<String, Applied> applied, List<Receipt> receipts) {
    /** Of a document that is not stored yet. */
    public static final Revision NEW = new Revision(0, 0, 0, Map.of(), List.of());

    public Revision {
        applied = Map.copyOf(applied);
        receipts = List.copyOf(receipts);
    }

    /** A lifecycle is followed: each number exactly once, none left out. */
    public Reacted follow(Position at) {
        var last = applied.getOrDefault(at.source(), Applied.NOTHING);
        if (at.seq() == last.seq() && !at.id().equals(last.id())) {
            return new Reacted.Forked(last.id());
        }
        if (at.seq() <= last.seq()) {
            return Reacted.DUPLICATE;
        }
        return at.seq() == last.seq() + 1 ? Reacted.APPLIED : Reacted.GAP;
    }

    /** A state is mirrored: a newer one replaces, whatever was left out. */
    public Reacted mirror(Position at) {
        var last = applied.getOrDefault(at.source(), Applied.NOTHING);
        if (at.seq() == last.seq() && !at.id().equals(last.id())) {
            return new Reacted.Forked(last.id());
        }
        return at.seq() > last.seq() ? Reacted.APPLIED : Reacted.DUPLICATE;
    }

    /** The receipt of a command that was carried out before; empty if it is new. */
    public Optional<Receipt> receiptOf(Cause.Command command) {
        return receipts.stream()
                .filter(receipt -> receipt.key().equals(command.key()))
                .findFirst();
    }
}
