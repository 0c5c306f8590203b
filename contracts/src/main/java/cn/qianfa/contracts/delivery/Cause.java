package cn.qianfa.contracts.delivery;

/** Why a document is written. */
public sealed interface Cause {
    /** Nobody asked: a timer fired, or the service itself went on. */
    Cause OWN = new Own();

    /**
     * A person's command.
     *
     * @param key principal and idempotency key
     * @param bodyHash of the command as it was sent, so that the same key with another body is refused
     * @param answer what the receipt will say
     */
    record Command(String key, String bodyHash, String answer) implements Cause {
        public Command answering(String words) {
            return new Command(key, bodyHash, words);
        }
    }

    /** An event of another aggregate. */
    record Event(Position at) implements Cause {}

    /** See {@link #OWN}. */
    record Own() implements Cause {}
}
