package cn.qianfa.contracts.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;

/** A record of the broker as it waits in the store: nothing of it is lost, so that it can be replayed as it was. */
final class ParkedRecord {
    private ParkedRecord() {}

    static Document write(ConsumerRecord<byte[], byte[]> read) {
        var headers = new ArrayList<Document>();
        for (var header : read.headers()) {
            headers.add(new Document("name", header.key()).append("value", new Binary(header.value())));
        }
        var stored = new Document("partition", read.partition())
                .append("offset", read.offset())
                .append("headers", headers);
        return read.value() == null ? stored : stored.append("value", new Binary(read.value()));
    }

    static ConsumerRecord<byte[], byte[]> read(String topic, String key, Document stored) {
        var value = stored.get("value", Binary.class);
        var read = new ConsumerRecord<byte[], byte[]>(
                topic,
                stored.getInteger("partition"),
                stored.getLong("offset"),
                key.getBytes(UTF_8),
                value == null ? null : value.getData());
        for (var header : stored.getList("headers", Document.class)) {
            read.headers()
                    .add(
                            header.getString("name"),
                            header.get("value", Binary.class).getData());
        }
        return read;
    }
}
