package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.alert.AlertFixture.aNotice;
import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import org.junit.jupiter.api.Test;

/** What every store of alerts promises. */
public abstract class AlertsContract {
    protected abstract Alerts alerts();

    @Test
    void takesEachAlertOnce() {
        var alerts = alerts();
        var alert = new Alert.Ringing(aNotice(), 0, NOW);

        assertThat(alerts.add(alert)).isTrue();
        assertThat(alerts.add(alert.trying(NOW.plusSeconds(9)))).isFalse();

        assertThat(alerts.find(alert.notice().id()).map(Versioned::value)).contains(alert);
    }

    @Test
    void givesBackEveryState() {
        var alerts = alerts();
        var ringing = new Alert.Ringing(aNotice(), 0, NOW);
        alerts.add(ringing);

        for (var state : new Alert[] {
            ringing.trying(NOW.plusSeconds(1)),
            ringing.dropped(Alert.Why.TOO_LATE, NOW),
            ringing.dropped(Alert.Why.ACKNOWLEDGED, NOW),
            ringing.delivered(NOW)
        }) {
            alerts.save(alerts.find(ringing.notice().id()).orElseThrow().with(state));
            assertThat(alerts.find(ringing.notice().id()).map(Versioned::value)).contains(state);
        }
    }

    @Test
    void findsWhatIsDue() {
        var alerts = alerts();
        var later = new Alert.Ringing(aNotice(), 0, NOW.plusSeconds(5));
        var sooner = new Alert.Ringing(aNotice(), 0, NOW);
        var delivered = new Alert.Ringing(aNotice(), 1, NOW);
        alerts.add(later);
        alerts.add(sooner);
        alerts.add(delivered);
        alerts.save(alerts.find(delivered.notice().id()).orElseThrow().with(delivered.delivered(NOW)));

        assertThat(alerts.due(NOW, 10)).containsExactly(sooner.notice().id());
        assertThat(alerts.due(NOW.plusSeconds(5), 10))
                .containsExactly(sooner.notice().id(), later.notice().id());
        assertThat(alerts.due(NOW.plusSeconds(5), 1))
                .containsExactly(sooner.notice().id());
    }

    @Test
    void countsWhatTheReceiverHasNotTakenUpToALimit() {
        var alerts = alerts();
        assertThat(alerts.waiting(10)).isZero();
        var delivered = new Alert.Ringing(aNotice(), 1, NOW);
        alerts.add(new Alert.Ringing(aNotice(), 0, NOW.plusSeconds(5)));
        alerts.add(new Alert.Ringing(aNotice(), 3, NOW));
        alerts.add(delivered);
        alerts.save(alerts.find(delivered.notice().id()).orElseThrow().with(delivered.delivered(NOW)));

        assertThat(alerts.waiting(10)).isEqualTo(2);
        assertThat(alerts.waiting(1)).isEqualTo(1);
    }

    @Test
    void refusesAWriteOnAnOldVersion() {
        var alerts = alerts();
        var ringing = new Alert.Ringing(aNotice(), 0, NOW);
        alerts.add(ringing);
        var old = alerts.find(ringing.notice().id()).orElseThrow();
        alerts.save(old.with(ringing.trying(NOW)));

        assertThatThrownBy(() -> alerts.save(old.with(ringing.delivered(NOW)))).isInstanceOf(StaleWrite.class);
    }
}
