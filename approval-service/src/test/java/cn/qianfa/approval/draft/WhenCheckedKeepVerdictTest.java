package cn.qianfa.approval.draft;

import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.finding;
import static cn.qianfa.approval.draft.DraftFixture.in;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static cn.qianfa.approval.draft.DraftFixture.verdictOn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.approval.Asking;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.DraftChecked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-10")
class WhenCheckedKeepVerdictTest {
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final WhenCheckedKeepVerdict reaction = new WhenCheckedKeepVerdict(drafts);

    @Test
    void aVerdictOnThisContentIsKeptWithItsFindings() {
        var draft = in(drafts, aDraft().submitted());

        var reacted = react(verdictOn(draft, finding("advertising", "BLOCK")), 1, "event");

        assertThat(reacted).isEqualTo(Reacted.APPLIED);
        assertThat(verdict(draft).findings()).containsExactly(finding("advertising", "BLOCK"));
        assertThat(verdict(draft).blocks()).isTrue();
    }

    @Test
    void theSameEventAgainChangesNothing() {
        var draft = in(drafts, aDraft().submitted());
        react(verdictOn(draft, finding("advertising", "BLOCK")), 3, "event");
        var version = drafts.find(draft.id()).orElseThrow().revision().version();

        var again = react(verdictOn(draft), 3, "event");
        var older = react(verdictOn(draft), 2, "older");

        assertThat(again).isEqualTo(Reacted.DUPLICATE);
        assertThat(older).isEqualTo(Reacted.DUPLICATE);
        assertThat(drafts.find(draft.id()).orElseThrow().revision().version()).isEqualTo(version);
    }

    @Test
    void theSameNumberAsAnotherEventIsAFork() {
        var draft = in(drafts, aDraft().submitted());
        react(verdictOn(draft), 1, "event");

        assertThat(react(verdictOn(draft), 1, "other")).isInstanceOf(Reacted.Forked.class);
    }

    @Test
    void aVerdictOnAnOlderSubmissionHasNoEffectAndIsMarkedAsSeen() {
        var draft = in(drafts, aDraft().written());
        var submitDraft = new SubmitDraft(drafts, sight(), CLOCK);
        submitDraft.submit(draft.id(), Asking.by(DRAFTER));
        var old = verdictOn(drafts.find(draft.id()).orElseThrow().value());
        new RecallDraft(drafts, sight(), CLOCK).recall(draft.id(), DRAFTER);
        submitDraft.submit(draft.id(), Asking.by(DRAFTER));

        var reacted = react(old, 1, "event");

        assertThat(reacted).isEqualTo(Reacted.APPLIED);
        assertThat(((Draft.Submitted) stored(draft)).verdict()).isNull();
        assertThat(react(old, 1, "event")).isEqualTo(Reacted.DUPLICATE);
    }

    @Test
    void aVerdictOnAnotherContentHasNoEffect() {
        var draft = in(drafts, aDraft().submitted());
        var said = verdictOn(draft);

        react(
                new DraftChecked(
                        said.draft(),
                        said.submission(),
                        "f".repeat(64),
                        said.ruleSet(),
                        said.ruleSetHash(),
                        said.findings(),
                        null,
                        said.at()),
                1,
                "event");

        assertThat(stored(draft)).isEqualTo(draft);
    }

    @Test
    void aNewerVerdictReplacesAnOlderOneAlsoUnderASignature() {
        var draft = in(drafts, aDraft().signed());

        react(verdictOn(draft, finding("secrecy", "BLOCK")), 2, "newer");

        assertThat(((Draft.Signed) stored(draft)).verdict())
                .satisfies(verdict -> assertThat(verdict.blocks()).isTrue());
    }

    @Test
    void aDraftThatIsNotHereIsNoReasonToGoOn() {
        var never = aDraft().submitted();

        assertThatThrownBy(() -> react(verdictOn(never), 1, "event")).isInstanceOf(IllegalStateException.class);
    }

    private Reacted react(DraftChecked event, long seq, String id) {
        return reaction.react(event, new Position("content-rules.draft-verdicts", event.draft(), seq, id));
    }

    private Verdict verdict(Draft draft) {
        return requireNonNull(((Draft.Submitted) stored(draft)).verdict());
    }

    private Draft stored(Draft draft) {
        return drafts.find(draft.id()).orElseThrow().value();
    }
}
