package cn.qianfa.approval.publication;

import static cn.qianfa.approval.People.PUBLISHER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.event.PublicationScheduled;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-7")
class WhenReleasedScheduleTest {
    private final InMemoryPublications publications = new InMemoryPublications();
    private int told;
    private final WhenReleasedSchedule reaction = new WhenReleasedSchedule(publications, CLOCK, () -> told++);

    @Test
    void makesOnePublicationPerAccountHoweverOftenItIsTold() {
        var draft = aDraft().signed();
        var hash = draft.manuscript().content().hash();
        var released = new DraftReleased(
                draft.id().value(),
                draft.unit(),
                PUBLISHER.by(),
                1,
                hash,
                List.of("site.town", "site.village"),
                NOW.plusSeconds(60),
                NOW);
        var at = new Position("approval.drafts", draft.id().value(), 3, "event");

        reaction.react(released, at);
        reaction.react(released, at);

        assertThat(publications.news())
                .hasSize(2)
                .allSatisfy(news ->
                        assertThat(((PublicationScheduled) news).publishAt()).isEqualTo(NOW.plusSeconds(60)))
                .extracting(news -> ((PublicationScheduled) news).account())
                .containsExactly("site.town", "site.village");
        assertThat(publications.due(NOW, 10)).isEmpty();
        assertThat(publications.due(NOW.plusSeconds(60), 10)).hasSize(2);
        assertThat(told).isEqualTo(2);
    }

    @Test
    void isDueAtOnceThoughSomebodySetsTheClockBack() {
        var draft = aDraft().signed();
        var hash = draft.manuscript().content().hash();
        var released = new DraftReleased(
                draft.id().value(), draft.unit(), PUBLISHER.by(), 1, hash, List.of("site.town"), NOW, NOW);

        reaction.react(released, new Position("approval.drafts", draft.id().value(), 3, "event"));

        assertThat(publications.due(NOW.minus(Duration.ofDays(1)), 10)).hasSize(1);
        assertThat(publications.news())
                .allSatisfy(news ->
                        assertThat(((PublicationScheduled) news).publishAt()).isEqualTo(NOW));
    }
}
