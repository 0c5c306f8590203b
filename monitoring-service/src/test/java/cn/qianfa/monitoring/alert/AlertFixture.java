package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.casework.CaseFixture.aFlag;
import static cn.qianfa.monitoring.casework.CaseFixture.anOpenCase;

import cn.qianfa.monitoring.casework.CaseFixture;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Duration;

/** Alerts as tests say them. */
public final class AlertFixture {
    private AlertFixture() {}

    public static Notice aNotice() {
        return aNoticeFor("duty1.health", Urgency.URGENT);
    }

    public static Notice aNoticeFor(String staff, Urgency urgency) {
        var opened = anOpenCase(aFlag("health", urgency));
        return new Notice(
                AlertId.of(opened),
                opened.matter(),
                staff,
                CaseFixture.NOW,
                CaseFixture.NOW.plus(Duration.ofHours(24)),
                opened.round().dueAt());
    }
}
