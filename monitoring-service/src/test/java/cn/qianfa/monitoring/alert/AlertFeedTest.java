package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.casework.CaseFixture.aFlag;
import static cn.qianfa.monitoring.casework.CaseFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.InMemoryCases;
import cn.qianfa.monitoring.classification.Urgency;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertFeedTest {
    private final InMemoryCases cases = new InMemoryCases();
    private final AlertFeed feed = new AlertFeed(cases);
    private final List<Case> heard = new ArrayList<>();

    @Test
    void tellsHowACaseStandsNow() {
        var open = stored(cases, aFlag("health", Urgency.URGENT));

        feed.listen(heard::add);

        feed.changed(open.id());
        feed.changed(new CaseId("unknown"));

        assertThat(heard).containsExactly(open);
    }

    @Test
    void tellsNobodyWhoStoppedListening() {
        var open = stored(cases, aFlag("health", Urgency.URGENT));
        feed.listen(heard::add).close();

        feed.changed(open.id());

        assertThat(heard).isEmpty();
    }
}
