package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.alert.AlertFixture.aNotice;
import static cn.qianfa.monitoring.alert.AlertFixture.aNoticeFor;
import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of alerts promises. */
public abstract class AlertsContract {
    protected abstract Alerts alerts();

    @Test
    void takesEachAlertOnce() {
        var alerts = alerts();
        var alert = ringing(NOW);

        assertThat(alerts.add(alert)).isTrue();
        assertThat(alerts.add(alert.trying(NOW.plusSeconds(9)))).isFalse();

        assertThat(alerts.find(alert.key()).map(Versioned::value)).contains(alert);
    }

    @Test
    void givesBackEveryState() {
        var alerts = alerts();
        var ringing = ringing(NOW);
        alerts.add(ringing);

        for (var state : new Alert[] {
            ringing.trying(NOW.plusSeconds(1)),
            ringing.deferred("451 later", NOW, NOW.plusSeconds(5)),
            ringing.trying(NOW).trying(NOW).deferred("451 later", NOW, NOW).refused("550 no", NOW),
            ringing.tooLate(NOW),
            ringing.notNeeded(Alert.Why.ACKNOWLEDGED, NOW),
            ringing.notNeeded(Alert.Why.NO_ADDRESS, NOW),
            ringing.delivered("250 OK", NOW)
        }) {
            alerts.save(alerts.find(ringing.key()).orElseThrow().with(state));
            assertThat(alerts.find(ringing.key()).map(Versioned::value)).contains(state);
        }
    }

    @Test
    void findsWhatIsDue() {
        var alerts = alerts();
        var later = ringing(NOW.plusSeconds(5));
        var sooner = ringing(NOW);
        var delivered = ringing(NOW);
        alerts.add(later);
        alerts.add(sooner);
        alerts.add(delivered);
        alerts.save(alerts.find(delivered.key()).orElseThrow().with(delivered.delivered("250 OK", NOW)));

        assertThat(alerts.due(Way.WEBHOOK, NOW, 10)).containsExactly(sooner);
        assertThat(alerts.due(Way.WEBHOOK, NOW.plusSeconds(5), 10)).containsExactly(sooner, later);
        assertThat(alerts.due(Way.WEBHOOK, NOW.plusSeconds(5), 1)).containsExactly(sooner);
        assertThat(alerts.due(Way.MAIL, NOW.plusSeconds(5), 10)).isEmpty();
        assertThat(alerts.ahead(Way.WEBHOOK, NOW, 10)).containsExactly(later);
        assertThat(alerts.ahead(Way.WEBHOOK, NOW.plusSeconds(5), 10)).isEmpty();
    }

    @Test
    void keepsEachWayByItself() {
        var alerts = alerts();
        var rung = ringing(NOW);
        var mailed = Alert.Ringing.from(NOW, Way.MAIL, rung.notice());
        assertThat(alerts.add(rung)).isTrue();
        assertThat(alerts.add(mailed)).isTrue();

        alerts.save(alerts.find(rung.key()).orElseThrow().with(rung.delivered("status 204", NOW)));

        assertThat(alerts.due(Way.WEBHOOK, NOW, 10)).isEmpty();
        assertThat(alerts.due(Way.MAIL, NOW, 10)).containsExactly(mailed);
        assertThat(alerts.of(List.of(rung.notice().id(), aNotice().id())))
                .containsExactlyInAnyOrder(rung.delivered("status 204", NOW), mailed);
        assertThat(alerts.of(List.of())).isEmpty();
    }

    @Test
    void findsWhatIsDueForOnePerson() {
        var alerts = alerts();
        var theirs = Alert.Ringing.from(NOW, Way.MAIL, aNotice());
        alerts.add(theirs);
        alerts.add(Alert.Ringing.from(NOW, Way.MAIL, aNoticeFor("duty2.health", Urgency.URGENT)));

        assertThat(alerts.due(Way.MAIL, "duty1.health", NOW, 10)).containsExactly(theirs);
        assertThat(alerts.due(Way.MAIL, "duty1.health", NOW.minusSeconds(1), 10))
                .isEmpty();
        assertThat(alerts.due(Way.MAIL, "nobody", NOW, 10)).isEmpty();
    }

    @Test
    void keepsTheNewestTriesOfMany() {
        var alerts = alerts();
        var ringing = ringing(NOW);
        alerts.add(ringing);
        var tried = ringing;
        for (var second = 0; second < 50; second++) {
            tried = tried.trying(NOW).deferred("451 later", NOW.plusSeconds(second), NOW.plusSeconds(second));
        }

        alerts.save(alerts.find(ringing.key()).orElseThrow().with(tried));

        var kept = alerts.find(ringing.key()).orElseThrow().value().tries();
        assertThat(kept.begun()).isEqualTo(50);
        assertThat(kept.newest()).hasSize(20);
        assertThat(kept.newest().getLast().at()).isEqualTo(NOW.plusSeconds(49));
    }

    private static Alert.Ringing ringing(Instant due) {
        return Alert.Ringing.from(due, Way.WEBHOOK, aNotice());
    }

    @Test
    void countsWhatTheReceiverHasNotTakenUpToALimit() {
        var alerts = alerts();
        assertThat(alerts.waiting(Way.WEBHOOK, 10)).isZero();
        var delivered = ringing(NOW);
        alerts.add(ringing(NOW.plusSeconds(5)));
        alerts.add(ringing(NOW));
        alerts.add(delivered);
        alerts.save(alerts.find(delivered.key()).orElseThrow().with(delivered.delivered("250 OK", NOW)));

        assertThat(alerts.waiting(Way.WEBHOOK, 10)).isEqualTo(2);
        assertThat(alerts.waiting(Way.WEBHOOK, 1)).isEqualTo(1);
        assertThat(alerts.waiting(Way.MAIL, 10)).isZero();
        assertThat(alerts.oldestWaiting(Way.WEBHOOK, 10)).contains(NOW);
        assertThat(alerts.oldestWaiting(Way.MAIL, 10)).isEmpty();
    }

    @Test
    void refusesAWriteOnAnOldVersion() {
        var alerts = alerts();
        var ringing = ringing(NOW);
        alerts.add(ringing);
        var old = alerts.find(ringing.key()).orElseThrow();
        alerts.save(old.with(ringing.trying(NOW)));

        assertThatThrownBy(() -> alerts.save(old.with(ringing.delivered("250 OK", NOW))))
                .isInstanceOf(StaleWrite.class);
    }
}
