package cn.qianfa.approval.decision;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Revision;
import java.util.Optional;

/** What came of a command. */
public sealed interface Outcome {
    /**
     * It is done, now or when the same command came before.
     *
     * @param version of the document after it was done
     * @param answer what else there is to say, in the use case's words
     */
    record Done(String id, long version, String answer) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}

    /** There is no such thing, or none this person may see. */
    record Unknown() implements Outcome {}

    /** It was changed since it was read; the version it has now. */
    record Stale(long version) implements Outcome {}

    /** The command did not say which version it changes. */
    record VersionRequired() implements Outcome {}

    /** The command's key came before with another command. */
    record KeyReused() implements Outcome {}

    static Outcome refused(Refusal why) {
        return new Refused(why);
    }

    /** What this command answered when it came before; empty if it is new. */
    static Optional<Outcome> before(Revision stored, Cause.Command command) {
        return stored.receiptOf(command).map(receipt -> of(receipt, command));
    }

    /** The answer of a receipt, if the command is the same in every byte. */
    static Outcome of(Receipt receipt, Cause.Command command) {
        return receipt.bodyHash().equals(command.bodyHash())
                ? new Done(receipt.of(), receipt.version(), receipt.answer())
                : new KeyReused();
    }
}
