package cn.qianfa.approval;

import cn.qianfa.contracts.event.Approved;
import cn.qianfa.contracts.event.DraftExpired;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.event.DraftReturned;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.PublicationCancelled;
import cn.qianfa.contracts.event.PublicationFailed;
import cn.qianfa.contracts.event.PublicationScheduled;
import cn.qianfa.contracts.event.PublicationUncertain;
import cn.qianfa.contracts.event.Published;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs each fact once, when it has been stored; never a word of what was written. */
final class Facts {
    private static final Logger LOG = LoggerFactory.getLogger(Facts.class);

    private final MeterRegistry meters;
    private final Set<String> units = ConcurrentHashMap.newKeySet();

    Facts(MeterRegistry meters) {
        this.meters = meters;
    }

    void stored(Event... news) {
        for (var event : news) {
            ApprovalMeter.of(event).ifPresent(meter -> stored(meter, event));
        }
    }

    private void stored(ApprovalMeter meter, Event event) {
        var unit = unit(event);
        begin(unit);
        counter(meter, unit).increment();
        LOG.atInfo()
                .addKeyValue("subject", event.subject())
                .addKeyValue("unit", unit)
                .log(event.getClass().getSimpleName());
    }

    /** A unit's counters all begin at nothing, so that its first failure is seen to rise. */
    private void begin(String unit) {
        if (units.add(unit)) {
            for (var meter : ApprovalMeter.values()) {
                counter(meter, unit);
            }
        }
    }

    private Counter counter(ApprovalMeter meter, String unit) {
        return Counter.builder(meter.meter())
                .description(meter.description())
                .tag("unit", unit)
                .register(meters);
    }

    private static String unit(Event event) {
        return switch (event) {
            case DraftSubmitted fact -> fact.unit();
            case DraftRecalled fact -> fact.unit();
            case DraftReturned fact -> fact.unit();
            case Approved fact -> fact.unit();
            case DraftReleased fact -> fact.unit();
            case DraftExpired fact -> fact.unit();
            case PublicationScheduled fact -> fact.unit();
            case Published fact -> fact.unit();
            case PublicationCancelled fact -> fact.unit();
            case PublicationUncertain fact -> fact.unit();
            case PublicationFailed fact -> fact.unit();
            default -> "";
        };
    }
}
