package cn.qianfa.approval.publication;

import static cn.qianfa.approval.People.PUBLISHER;
import static cn.qianfa.approval.People.UNIT;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.publication.PublicationFixture.aJob;
import static cn.qianfa.approval.publication.PublicationFixture.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.approval.publication.Publication.State;
import cn.qianfa.approval.publication.Publications.Query;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.StaleWrite;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of publications promises. */
public abstract class PublicationsContract {
    protected abstract Publications publications();

    @ParameterizedTest
    @MethodSource("everyState")
    void givesBackWhatWasStored(Publication publication) {
        in(publications(), publication);

        assertThat(publications().find(publication.id()).orElseThrow().value()).isEqualTo(publication);
    }

    static Stream<Publication> everyState() {
        var decided = new Resolution(PUBLISHER.by(), false, "平台上没有", NOW);
        return Stream.of(
                PublicationFixture.waiting(aJob(), NOW),
                PublicationFixture.waiting(aJob().resolved(decided), NOW),
                PublicationFixture.publishing(aJob(), NOW),
                PublicationFixture.published(aJob()),
                PublicationFixture.uncertain(aJob()),
                PublicationFixture.failed(aJob()),
                PublicationFixture.cancelled(aJob()));
    }

    @Test
    void takesEachPublicationOnce() {
        var waiting = PublicationFixture.waiting(aJob(), NOW);
        publications().add(waiting, Cause.OWN, waiting.announcement(NOW));

        assertThatThrownBy(() -> publications().add(waiting, Cause.OWN, waiting.announcement(NOW)))
                .isInstanceOf(StaleWrite.class);
        assertThat(publications().find(waiting.id()).orElseThrow().revision().seq())
                .isEqualTo(1);
    }

    @Test
    void refusesAWriteThatWasOvertaken() {
        var waiting = in(publications(), PublicationFixture.waiting(aJob(), NOW));
        var read = publications().find(waiting.id()).orElseThrow();
        publications().save(read.with(waiting.claimed("process", NOW)));

        assertThatThrownBy(() -> publications().save(read.with(waiting.claimed("other", NOW))))
                .isInstanceOf(StaleWrite.class);
    }

    @Test
    void tellsWhatIsDueTheLongestDueFirst() {
        var later = in(publications(), PublicationFixture.waiting(aJob(), NOW.minusSeconds(1)));
        var first = in(publications(), PublicationFixture.publishing(aJob(), NOW.minusSeconds(2)));
        in(publications(), PublicationFixture.waiting(aJob(), NOW.plusSeconds(1)));
        everyState()
                .filter(publication -> publication.due().isEmpty())
                .forEach(publication -> in(publications(), publication));

        assertThat(publications().due(NOW, 10)).containsExactly(first.id(), later.id());
        assertThat(publications().due(NOW, 1)).containsExactly(first.id());
    }

    @Test
    void listsThoseOfTheNewestDraftsFirstPageByPage() {
        var first = in(publications(), PublicationFixture.published(aJob()));
        var second = in(publications(), PublicationFixture.failed(aJob()));
        var third = in(publications(), PublicationFixture.published(aJob()));

        assertThat(list(new Query(Set.of(UNIT), null, null, null, 2))).containsExactly(third.id(), second.id());
        assertThat(list(new Query(Set.of(UNIT), null, null, second.id(), 2))).containsExactly(first.id());
        assertThat(list(new Query(Set.of(UNIT), State.PUBLISHED, null, null, 9)))
                .containsExactly(third.id(), first.id());
        assertThat(list(new Query(Set.of(UNIT), null, second.job().draft(), null, 9)))
                .containsExactly(second.id());
        assertThat(list(new Query(Set.of("elsewhere"), null, null, null, 9))).isEmpty();
    }

    private List<PublicationId> list(Query query) {
        return publications().list(query).stream()
                .map(found -> found.value().id())
                .toList();
    }
}
