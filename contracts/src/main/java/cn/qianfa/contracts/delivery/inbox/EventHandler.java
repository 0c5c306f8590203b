package cn.qianfa.contracts.delivery.inbox;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.Event;

/** What a service does with one type of event. */
@FunctionalInterface
public interface EventHandler<E extends Event> {
    /**
     * Stores the effect, guarded so that it happens once; see {@code Revision}.
     *
     * @throws RuntimeException where the event cannot be applied; three such tries park its aggregate
     */
    Reacted react(E event, Position at);
}
