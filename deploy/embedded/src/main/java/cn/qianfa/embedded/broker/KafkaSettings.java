package cn.qianfa.embedded.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Kafka's own settings for one node on one machine, and why they differ from its defaults. */
final class KafkaSettings {
    static final int NODE = 1;

    /** Services create their topics, with partitions and retention of their own; what they leave open never expires. */
    private static final Map<String, String> TOPICS = Map.of(
            "auto.create.topics.enable", "false",
            "log.retention.ms", "-1",
            "log.retention.bytes", "-1");

    /**
     * There is no second broker that would still have a record after a power cut, and the store, which is synced too, has
     * by then forgotten what it sent: so a record is on disk before it is acknowledged (0.4 ms become 1.3 ms, at 16
     * threads 8,500/s become 1,700/s).
     */
    private static final Map<String, String> SYNC = Map.of("log.flush.interval.messages", "1");

    /** A group that was away over a long holiday finds its place again; Kafka would forget it after seven days. */
    private static final Map<String, String> GROUPS = Map.of(
            "offsets.retention.minutes", "5256000", // ten years
            "group.initial.rebalance.delay.ms", "0",
            "offsets.topic.num.partitions", "4",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1");

    /** After kill -9 a restart waits until the old session is over; 1,000 ms was seen to be too tight under load. */
    private static final Map<String, String> RESTART = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "controller.quorum.election.timeout.ms", "100",
            "controller.quorum.election.backoff.max.ms", "100");

    /** Small segments bound what a restart reads again; small buffers, because the machine is shared with everything. */
    private static final Map<String, String> SIZE = Map.of(
            "log.segment.bytes", "134217728",
            "log.index.size.max.bytes", "1048576",
            "log.cleaner.dedupe.buffer.size", "8388608",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "metadata.max.idle.interval.ms", "5000"); // no record to disk twice a second while nothing happens

    private KafkaSettings() {}

    static Properties of(Path directory, Listeners listeners) {
        var clients = Listeners.CLIENTS + "://127.0.0.1:" + listeners.port();
        var controller = "127.0.0.1:" + listeners.controllerAddress().getPort();
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("log.dirs", directory.toAbsolutePath().toString());
        settings.put("listeners", clients + "," + Listeners.CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", clients);
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", Listeners.CLIENTS);
        settings.put("controller.listener.names", Listeners.CONTROLLER);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.putAll(TOPICS);
        settings.putAll(SYNC);
        settings.putAll(GROUPS);
        settings.putAll(RESTART);
        settings.putAll(SIZE);
        return settings;
    }
}
