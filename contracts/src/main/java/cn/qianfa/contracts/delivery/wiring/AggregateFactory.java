package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.DeliveryMeter;
import cn.qianfa.contracts.delivery.Traceparent;
import cn.qianfa.contracts.delivery.inbox.Parked;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.delivery.outbox.EventSender;
import cn.qianfa.contracts.delivery.outbox.OutboxRelay;
import cn.qianfa.contracts.delivery.outbox.Outgoing;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens the collections of a service whose documents carry news, each with its relay. */
public final class AggregateFactory {
    private final MongoDatabase database;
    private final History history;
    private final Parked parked;
    private final EventSender sender;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final MeterRegistry meters;
    private final Map<String, Outgoing> opened = new LinkedHashMap<>();
    private final Set<String> histories = new LinkedHashSet<>();
    private final List<OutboxRelay> relays = new ArrayList<>();

    AggregateFactory(
            MongoDatabase database,
            History history,
            Parked parked,
            EventSender sender,
            InstantSource clock,
            Supplier<UUID> ids,
            MeterRegistry meters) {
        this.database = database;
        this.history = history;
        this.parked = parked;
        // a restored store is seen before it says anything: what cannot be sent yet waits in its outbox
        this.sender = envelope -> history.isLooked() && sender.send(history.marked(envelope));
        this.clock = clock;
        this.ids = ids;
        this.meters = meters;
    }

    /** @param topic where the news of this collection goes; its key is the document's {@code _id} */
    public Aggregates open(String collection, Topic topic) {
        var aggregates =
                new Aggregates(database.getCollection(collection), topic, clock, ids, Traceparent::currentValue);
        aggregates.index();
        history.of(topic, collection);
        var waiting = history.subscription(topic).consumer();
        if (histories.add(waiting)) {
            DeliveryMeter.PARKED.gauge(meters, "consumer", waiting, () -> parked.count(waiting));
        }
        var outgoing = aggregates.outgoing();
        var relay = new OutboxRelay(outgoing, sender, clock);
        aggregates.whenNews(relay::wake);
        relays.add(relay);
        opened.put(collection, outgoing);
        DeliveryMeter.OLDEST.gauge(meters, "collection", collection, () -> age(outgoing));
        return aggregates;
    }

    private double age(Outgoing outgoing) {
        return outgoing.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    /** Seconds the oldest news waits, by collection. */
    public Map<String, Double> ages() {
        var ages = new LinkedHashMap<String, Double>();
        opened.forEach((collection, outgoing) -> ages.put(collection, age(outgoing)));
        return ages;
    }

    /** Under which names aggregates wait whose history the log knows better. */
    Set<String> histories() {
        return histories;
    }

    History history() {
        return history;
    }

    List<OutboxRelay> relays() {
        return relays;
    }
}
