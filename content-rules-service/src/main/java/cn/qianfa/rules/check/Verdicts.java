package cn.qianfa.rules.check;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.event.Event;

/** Where verdicts go. A verdict is a pure function of an event, so nothing of it is stored here. */
public interface Verdicts {
    /**
     * Announces a verdict under the number and the id of the event it answers, so that announcing it twice is announcing
     * it once. Returns when the broker has it.
     */
    void announce(Event verdict, Position answers);
}
