package cn.qianfa.monitoring.casework;

import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static cn.qianfa.monitoring.casework.CaseFixture.aFlag;
import static cn.qianfa.monitoring.casework.CaseFixture.anOpenCase;
import static cn.qianfa.monitoring.casework.CaseFixture.because;
import static cn.qianfa.monitoring.casework.CaseFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.By;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.registry.Sight;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of cases promises. */
public abstract class CasesContract {
    private static final By OFFICER = new By("duty1.health", "health", List.of("DUTY_OFFICER"));

    protected abstract Cases cases();

    @Test
    void givesBackEveryState() {
        var cases = cases();
        var open = stored(cases, aFlag("health", Urgency.URGENT));
        assertThat(cases.find(open.id()).map(Versioned::value)).contains(open);

        var seen = open.acknowledge(OFFICER, NOW);
        cases.save(cases.find(open.id()).orElseThrow().with(seen), List.of(seen.announcement()));
        assertThat(cases.find(open.id()).map(Versioned::value)).contains(seen);

        var again = seen.giveBack(new Round(2, null, NOW, null));
        cases.save(cases.find(open.id()).orElseThrow().with(again), List.of(again.escalation()));
        assertThat(cases.find(open.id()).map(Versioned::value)).contains(again);
        assertThat(cases.find(open.id()).orElseThrow().revision().seq()).isEqualTo(3);
    }

    @Test
    void opensACaseOnce() {
        var cases = cases();
        var flag = aFlag("health", Urgency.ROUTINE);
        stored(cases, flag);

        assertThatThrownBy(() -> cases.open(anOpenCase(flag), because(flag), List.of()))
                .isInstanceOf(StaleWrite.class);
    }

    @Test
    void refusesAWriteOnAnOldVersion() {
        var cases = cases();
        var open = stored(cases, aFlag("health", Urgency.ROUTINE));
        var old = cases.find(open.id()).orElseThrow();
        cases.save(old.with(open.acknowledge(OFFICER, NOW)), List.of());

        assertThatThrownBy(() -> cases.save(old.with(open.tell(new Round(2, "b", NOW, null))), List.of()))
                .isInstanceOf(StaleWrite.class);
    }

    @Test
    void findsWhatIsOverdue() {
        var cases = cases();
        var open = stored(cases, aFlag("health", Urgency.ROUTINE));
        var seen = stored(cases, aFlag("health", Urgency.ROUTINE));
        cases.save(cases.find(seen.id()).orElseThrow().with(seen.acknowledge(OFFICER, NOW)), List.of());

        assertThat(cases.overdue(NOW.plusSeconds(59), 10)).isEmpty();
        assertThat(cases.overdue(NOW.plusSeconds(60), 10)).containsExactly(open.id());
    }

    @Test
    void findsWhatEndsOnlyAfterATime() {
        var cases = cases();
        var open = stored(cases, aFlag("health", Urgency.ROUTINE));
        var seen = stored(cases, aFlag("health", Urgency.ROUTINE));
        cases.save(cases.find(seen.id()).orElseThrow().with(seen.acknowledge(OFFICER, NOW)), List.of());

        assertThat(cases.ahead(NOW.plusSeconds(59), 10)).containsExactly(open.id());
        assertThat(cases.ahead(NOW.plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void countsWhatNobodyHasAcknowledgedUpToALimit() {
        var cases = cases();
        assertThat(cases.open(10)).isZero();
        stored(cases, aFlag("health", Urgency.ROUTINE));
        stored(cases, aFlag("water", Urgency.URGENT));
        var seen = stored(cases, aFlag("health", Urgency.ROUTINE));
        cases.save(cases.find(seen.id()).orElseThrow().with(seen.acknowledge(OFFICER, NOW)), List.of());

        assertThat(cases.open(10)).isEqualTo(2);
        assertThat(cases.open(1)).isEqualTo(1);
    }

    @Test
    void tellsSinceWhenTheOldestIsOpen() {
        var cases = cases();
        assertThat(cases.oldestOpen()).isEmpty();
        var seen = stored(cases, aFlag("health", Urgency.ROUTINE, NOW));
        stored(cases, aFlag("health", Urgency.ROUTINE, NOW.plusSeconds(5)));
        stored(cases, aFlag("water", Urgency.URGENT, NOW.plusSeconds(9)));

        assertThat(cases.oldestOpen()).contains(NOW);
        cases.save(cases.find(seen.id()).orElseThrow().with(seen.acknowledge(OFFICER, NOW)), List.of());
        assertThat(cases.oldestOpen()).contains(NOW.plusSeconds(5));
    }

    @Test
    void pagesNewestFirst() {
        var cases = cases();
        var first = stored(cases, aFlag("health", Urgency.ROUTINE));
        var second = stored(cases, aFlag("water", Urgency.ROUTINE));
        var third = stored(cases, aFlag("health", Urgency.ROUTINE));

        assertThat(ids(cases, new Sight.Everything(), null, null)).containsExactly(third.id(), second.id());
        assertThat(ids(cases, new Sight.Everything(), null, second.id().value()))
                .containsExactly(first.id());
        assertThat(ids(cases, new Sight.Of(Set.of("health")), null, null)).containsExactly(third.id(), first.id());
        assertThat(ids(cases, new Sight.Of(Set.of("water", "none")), null, null))
                .containsExactly(second.id());
        assertThat(ids(cases, new Sight.Of(Set.of()), null, null)).isEmpty();
        assertThat(ids(cases, new Sight.Nothing(), null, null)).isEmpty();
    }

    @Test
    void pagesByState() {
        var cases = cases();
        var open = stored(cases, aFlag("health", Urgency.ROUTINE));
        var seen = stored(cases, aFlag("health", Urgency.ROUTINE));
        cases.save(cases.find(seen.id()).orElseThrow().with(seen.acknowledge(OFFICER, NOW)), List.of());

        var health = new Sight.Of(Set.of("health"));
        assertThat(ids(cases, health, Cases.State.OPEN, null)).containsExactly(open.id());
        assertThat(ids(cases, health, Cases.State.ACKNOWLEDGED, null)).containsExactly(seen.id());
        assertThat(ids(cases, new Sight.Everything(), Cases.State.OPEN, null)).containsExactly(open.id());
    }

    private static List<CaseId> ids(Cases cases, Sight sight, Cases.@Nullable State state, @Nullable String after) {
        return cases.page(new Cases.Query(sight, state, after, 2)).stream()
                .map(found -> found.value().id())
                .toList();
    }
}
