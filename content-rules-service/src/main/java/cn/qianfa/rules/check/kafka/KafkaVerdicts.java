package cn.qianfa.rules.check.kafka;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Traceparent;
import cn.qianfa.contracts.delivery.outbox.EventSender;
import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.rules.check.Verdicts;
import java.time.InstantSource;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.stereotype.Component;

/** Each kind of verdict has its own topic, so that a flood of comments never delays a draft. */
@Component
final class KafkaVerdicts implements Verdicts {
    private final EventSender sender;
    private final InstantSource clock;

    KafkaVerdicts(EventSender sender, InstantSource clock) {
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public void announce(Event verdict, Position answers) {
        var topic = verdict instanceof DraftChecked ? Topic.DRAFT_VERDICTS : Topic.COMMENT_VERDICTS;
        var envelope = new Envelope(
                topic.wireName(),
                verdict.subject(),
                answers.seq(),
                answers.id(),
                Event.typeOf(verdict.getClass()),
                topic.owner(),
                clock.instant(),
                Traceparent.currentValue(),
                EventJson.write(verdict));
        if (!sender.send(envelope)) {
            throw new TimeoutException("the broker has not acknowledged the verdict; it is made and sent again");
        }
    }
}
