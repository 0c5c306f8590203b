package cn.qianfa.contracts.delivery.outbox;

import cn.qianfa.contracts.delivery.Envelope;

/** The broker's side of sending. */
public interface EventSender {
    /**
     * Sends one event and waits for the broker's acknowledgement.
     *
     * @return false if it may not have arrived; it has to be sent again
     */
    boolean send(Envelope envelope);
}
