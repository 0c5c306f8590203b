package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static cn.qianfa.monitoring.casework.CaseFixture.aFlag;
import static cn.qianfa.monitoring.casework.CaseFixture.anOpenCase;
import static cn.qianfa.monitoring.casework.CaseFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.InMemoryCases;
import cn.qianfa.monitoring.casework.Round;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.store.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-13")
class WhenCaseRingsTellTest {
    private final SteppingClock clock = new SteppingClock(NOW);
    private final InMemoryCases cases = new InMemoryCases();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final WhenCaseRingsTell tell =
            new WhenCaseRingsTell(cases, alerts, Set.of(Way.values()), Duration.ofHours(24), clock);
    private final Position position = new Position(Topic.CASES.wireName(), "case", 1, "e");

    @Test
    void anAlertGoesEveryWayOnceAndKnowsWhenTheNextPersonIsTold() {
        var open = stored(cases, aFlag("health", Urgency.URGENT));

        assertThat(tell.react(open.announcement(), position)).isEqualTo(Reacted.APPLIED);
        assertThat(tell.react(open.announcement(), position)).isEqualTo(Reacted.DUPLICATE);

        assertThat(alerts.of(List.of(AlertId.of(open))))
                .extracting(Alert::way)
                .containsExactlyInAnyOrder(Way.WEBHOOK, Way.MAIL);
        assertThat(alerts.of(List.of(AlertId.of(open))))
                .allSatisfy(alert -> assertThat(alert.notice().due()).contains(NOW.plusSeconds(60)));
    }

    @Test
    void oneForNobodyIsNotMailed() {
        var matter = anOpenCase(aFlag("health", Urgency.URGENT)).matter();
        var nobodys = new Case.Open(matter, new Round(1, null, NOW, null));
        cases.open(nobodys, Cause.OWN, List.of());

        tell.react(nobodys.announcement(), position);

        assertThat(alerts.of(List.of(AlertId.of(nobodys))))
                .extracting(Alert::way)
                .containsExactly(Way.WEBHOOK);
    }

    @Test
    void oneOfLongAgoGoesNoWay() {
        var open = stored(cases, aFlag("health", Urgency.EMERGENCY));
        clock.pass(Duration.ofHours(25));

        assertThat(tell.react(open.announcement(), position)).isEqualTo(Reacted.DUPLICATE);

        assertThat(alerts.of(List.of(AlertId.of(open)))).isEmpty();
    }
}
