package cn.qianfa.monitoring.alert;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.CaseEscalated;
import cn.qianfa.contracts.event.CaseOpened;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each round of a case is one alert, once on each way. */
public final class WhenCaseRingsTell {
    private final Cases cases;
    private final Alerts alerts;
    private final Set<Way> ways;
    private final Duration tooLate;
    private final InstantSource clock;

    /**
     * @param ways by which alerts are told
     * @param tooLate an alert older than this is not told, so that a service rebuilt from its topics rings no phone
     */
    public WhenCaseRingsTell(Cases cases, Alerts alerts, Set<Way> ways, Duration tooLate, InstantSource clock) {
        this.cases = cases;
        this.alerts = alerts;
        this.ways = Set.copyOf(ways);
        this.tooLate = tooLate;
        this.clock = clock;
    }

    public Reacted react(CaseOpened event, Position at) {
        return tell(new CaseId(event.caseId()), 1, Optional.empty(), event.at());
    }

    public Reacted react(CaseEscalated event, Position at) {
        return tell(new CaseId(event.caseId()), event.round(), Optional.ofNullable(event.staff()), event.at());
    }

    private Reacted tell(CaseId id, int round, Optional<String> staff, Instant raisedAt) {
        var found = cases.find(id).map(Versioned::value);
        var notAfter = raisedAt.plus(tooLate);
        if (found.isEmpty() || clock.instant().isAfter(notAfter)) {
            return Reacted.DUPLICATE; // of an earlier life of this service
        }
        var now = found.get();
        var told = staff.or(now.round()::staff).orElse(null);
        var dueAt = now.round().number() == round ? now.round().dueAt() : null;
        var notice = new Notice(new AlertId(id, round), now.matter(), told, raisedAt, notAfter, dueAt);
        var added = ways.stream()
                .filter(way -> leads(way, told) && add(way, notice))
                .count();
        return added > 0 ? Reacted.APPLIED : Reacted.DUPLICATE;
    }

    /** Mail goes to a person, and where nobody is on call there is none. */
    private static boolean leads(Way way, @Nullable String told) {
        return switch (way) {
            case WEBHOOK -> true;
            case MAIL -> told != null;
        };
    }

    private boolean add(Way way, Notice notice) {
        return alerts.add(Alert.Ringing.from(clock.instant(), way, notice));
    }
}
