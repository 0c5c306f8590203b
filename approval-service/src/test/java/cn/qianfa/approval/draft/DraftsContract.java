package cn.qianfa.approval.draft;

import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.UNIT;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.finding;
import static cn.qianfa.approval.draft.DraftFixture.in;
import static cn.qianfa.approval.draft.DraftFixture.olderFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.People;
import cn.qianfa.contracts.delivery.Applied;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of drafts promises. */
public abstract class DraftsContract {
    protected abstract Drafts drafts();

    @ParameterizedTest
    @MethodSource("everyState")
    void givesBackWhatWasStored(Draft draft) {
        in(drafts(), draft);

        assertThat(drafts().find(draft.id()).orElseThrow().value()).isEqualTo(draft);
    }

    static Stream<Draft> everyState() {
        return Stream.of(
                aDraft().written(),
                aDraft().uncategorised().written(),
                aDraft().written().edited(DraftFixture.content("改"), People.OTHER_DRAFTER, NOW),
                aDraft().submitted(),
                aDraft().checked(finding("advertising", "WARN"), olderFinding("superlative", "WARN")),
                aDraft().signed(),
                aDraft().released(),
                aDraft().expired());
    }

    @Test
    void knowsNothingOfADraftNeverStored() {
        assertThat(drafts().find(aDraft().written().id())).isEmpty();
    }

    @Test
    void answersTheSameCommandWithItsReceiptAndStoresNoSecondDraft() {
        var command = Asking.command(DRAFTER, "same", "hash").answering("WRITTEN");
        var first = aDraft().written();
        var second = aDraft().written();

        var stored = drafts().add(first, command);
        var again = drafts().add(second, command);

        assertThat(stored).isEmpty();
        assertThat(again.orElseThrow().of()).isEqualTo(first.id().value());
        assertThat(again.orElseThrow().answer()).isEqualTo("WRITTEN");
        assertThat(drafts().find(second.id())).isEmpty();
    }

    @Test
    void refusesAWriteThatWasOvertaken() {
        var draft = in(drafts(), aDraft().written());
        var read = drafts().find(draft.id()).orElseThrow();
        drafts().save(read.with(draft.submitted(DRAFTER, NOW)));

        assertThatThrownBy(() -> drafts().save(read.with(draft))).isInstanceOf(StaleWrite.class);
    }

    @Test
    void remembersTheReceiptOfACommandAndTheEventThatWentIn() {
        var draft = in(drafts(), aDraft().submitted());
        var command = Asking.command(DRAFTER, "recall", "hash").answering("WRITTEN");
        var at = new Position("content-rules.draft-verdicts", draft.id().value(), 1, "event");

        drafts().save(drafts().find(draft.id()).orElseThrow().because(command));
        drafts().save(drafts().find(draft.id()).orElseThrow().because(new Cause.Event(at)));

        var revision = drafts().find(draft.id()).orElseThrow().revision();
        assertThat(revision.receiptOf(command).orElseThrow().answer()).isEqualTo("WRITTEN");
        assertThat(revision.applied()).containsEntry(at.source(), new Applied(1, "event"));
    }

    @Test
    void countsTheNews() {
        var draft = in(drafts(), aDraft().written());
        var submitted = draft.submitted(DRAFTER, NOW);

        drafts().save(drafts().find(draft.id()).orElseThrow().with(submitted), submitted.announcement(DRAFTER));

        assertThat(drafts().find(draft.id()).orElseThrow().revision().seq()).isEqualTo(1);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        var first = in(drafts(), aDraft().written());
        var second = in(drafts(), aDraft().written());
        var third = in(drafts(), aDraft().written());

        var page = list(new Drafts.Query(Set.of(UNIT), null, null, 2));
        var next = list(new Drafts.Query(Set.of(UNIT), null, page.getLast(), 2));

        assertThat(page).containsExactly(third.id(), second.id());
        assertThat(next).containsExactly(first.id());
    }

    @Test
    void listsOnlyTheStateAndTheUnitsAskedFor() {
        var elsewhere = People.of("x", "elsewhere", Role.DRAFTER);
        var submitted = in(drafts(), aDraft().submitted());
        in(drafts(), aDraft().written());
        in(drafts(), aDraft().by(elsewhere).submitted());

        var listed = list(new Drafts.Query(Set.of(UNIT, "third"), Draft.State.SUBMITTED, null, 10));

        assertThat(listed).containsExactly(submitted.id());
    }

    private List<DraftId> list(Drafts.Query query) {
        return drafts().list(query).stream().map(found -> found.value().id()).toList();
    }
}
