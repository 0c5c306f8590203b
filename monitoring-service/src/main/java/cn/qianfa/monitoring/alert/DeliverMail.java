package cn.qianfa.monitoring.alert;

import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.registry.Registry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails alerts to the people they are for. Nobody is sent more than the budget allows: of what is due the first goes by
 * itself while there is room for more, the last place is for a digest of all the rest, and what comes then waits for the next
 * place. An emergency goes at once, by itself, and counts for nothing. Nobody waits for somebody else's mail.
 */
public final class DeliverMail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverMail.class);
    private static final int AT_ONCE = 500;
    private static final int MAILS_AT_ONCE = 16;

    private final Alerts alerts;
    private final Mailboxes mailboxes;
    private final Letters letters;
    private final Bell bell;
    private final Telling telling;
    private final Pace pace;
    private final Mailbox.Budget budget;
    private final InstantSource clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore people = new Semaphore(MAILS_AT_ONCE);
    private final Semaphore emergencies = new Semaphore(MAILS_AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    public DeliverMail(
            Alerts alerts,
            Mailboxes mailboxes,
            Registry registry,
            Cases cases,
            Bell bell,
            Pace pace,
            Mailbox.Budget budget,
            InstantSource clock) {
        this.alerts = alerts;
        this.mailboxes = mailboxes;
        this.letters = new Letters(registry);
        this.bell = bell;
        this.telling = new Telling(alerts, cases, pace, clock);
        this.pace = pace;
        this.budget = budget;
        this.clock = clock;
    }

    /** Begins with everything that is due and waits for nothing. */
    public void deliver() {
        var due = alerts.due(bell.way(), clock.instant(), AT_ONCE);
        due.stream()
                .filter(DeliverMail::isEmergency)
                .forEach(alert -> once(alert.key().value(), () -> tellAtOnce(alert)));
        due.stream()
                .filter(alert -> !isEmergency(alert))
                .map(DeliverMail::staff)
                .collect(Collectors.toSet())
                .forEach(staff -> once(staff, () -> tell(staff)));
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return underWay.isEmpty();
    }

    private static boolean isEmergency(Alert.Ringing alert) {
        return alert.notice().matter().urgency() == Urgency.EMERGENCY;
    }

    private static String staff(Alert.Ringing alert) {
        return alert.notice().staff().orElse("");
    }

    private void once(String what, Runnable work) {
        if (underWay.add(what)) {
            workers.submit(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.atWarn().log("Mail is tried again: {}", e.toString());
                } finally {
                    underWay.remove(what);
                }
            });
        }
    }

    private void tellAtOnce(Alert.Ringing alert) {
        emergencies.acquireUninterruptibly();
        try {
            address(staff(alert), List.of(alert))
                    .filter(address -> telling.isWanted(alert) && telling.begin(alert))
                    .ifPresent(address -> telling.end(alert.key(), bell.ring(letters.about(List.of(alert), address))));
        } finally {
            emergencies.release();
        }
    }

    private void tell(String staff) {
        people.acquireUninterruptibly();
        try {
            while (!closing && tellNext(staff)) {
                continue; // one mail after another, until nothing is due or there is no room
            }
        } finally {
            people.release();
        }
    }

    /** @return whether there may be more */
    private boolean tellNext(String staff) {
        var now = clock.instant();
        var box = mailboxes.of(staff).at(now, budget);
        if (box.isBusy(now)) {
            return false;
        }
        var due = alerts.due(bell.way(), staff, now, AT_ONCE).stream()
                .filter(alert -> !isEmergency(alert))
                .filter(telling::isWanted)
                .toList();
        var address = address(staff, due);
        return !due.isEmpty() && address.isPresent() && tellNext(box, due, address.get());
    }

    private boolean tellNext(Mailbox box, List<Alert.Ringing> due, String address) {
        var first = due.subList(0, 1);
        var alone = letters.about(first, address);
        var room = box.room(alone.id(), budget);
        if (room < 1) {
            var turn = box.roomAgainAt(budget, clock.instant());
            due.forEach(alert -> telling.hold(alert, turn));
            return false;
        }
        var digest = letters.about(due, address);
        return room > 1 || box.room(digest.id(), budget) < 1 ? send(box, first, alone) : send(box, due, digest);
    }

    private boolean send(Mailbox box, List<Alert.Ringing> told, Bell.Call call) {
        var now = clock.instant();
        var claimed = mailboxes.save(box.sending(call.id(), now, now.plus(pace.callTakes())));
        if (claimed.isEmpty()) {
            return false; // another instance is on it
        }
        var begun = told.stream().filter(telling::begin).toList();
        var rung = begun.size() == told.size() ? bell.ring(call) : new Bell.Rung.Deferred("overtaken");
        begun.forEach(alert -> telling.end(alert.key(), rung));
        var isDeferred = rung instanceof Bell.Rung.Deferred;
        mailboxes.save(
                isDeferred ? claimed.get().without(call.id()) : claimed.get().free());
        return !isDeferred;
    }

    /** @return empty where there is none; then it is written down that these cannot be mailed */
    private Optional<String> address(String staff, List<Alert.Ringing> due) {
        var address = letters.address(staff);
        if (address.isEmpty()) {
            due.forEach(alert -> telling.drop(alert, Alert.Why.NO_ADDRESS));
        }
        return address;
    }

    /** Waits for what is under way, some seconds at most. */
    @Override
    public void close() {
        closing = true;
        workers.close();
    }
}
