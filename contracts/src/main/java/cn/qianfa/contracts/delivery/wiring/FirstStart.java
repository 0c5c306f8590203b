package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.event.Topic;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a group its first offsets: the beginning of every partition. From then on there is no reset: an offset that
 * expired is an alarm and not a jump.
 */
final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Admin admin;

    FirstStart(Admin admin) {
        this.admin = admin;
    }

    void ensureOffsets(String group, Topic topic) throws InterruptedException, ExecutionException {
        var known = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        if (known.keySet().stream().anyMatch(partition -> partition.topic().equals(topic.wireName()))) {
            return;
        }
        var beginnings = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition = 0; partition < topic.partitions(); partition++) {
            beginnings.put(new TopicPartition(topic.wireName(), partition), new OffsetAndMetadata(0));
        }
        try {
            admin.alterConsumerGroupOffsets(group, beginnings).all().get();
            LOG.atInfo().addKeyValue("consumer", group).log("Starts at the beginning of {}", topic.wireName());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownMemberIdException)) {
                throw e;
            }
            LOG.atInfo().addKeyValue("consumer", group).log("Another instance started the group");
        }
    }
}
