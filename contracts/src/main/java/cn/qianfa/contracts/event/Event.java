package cn.qianfa.contracts.event;

/** A fact one service announces to the others. Fields are only ever added; a breaking change is a new type. */
public interface Event {
    /** The aggregate this is a fact about; events of one subject are delivered in order. */
    String subject();

    /** The type on the wire, such as {@code DraftSubmitted.v1}. */
    static String typeOf(Class<? extends Event> event) {
        return event.getSimpleName() + ".v1";
    }
}
