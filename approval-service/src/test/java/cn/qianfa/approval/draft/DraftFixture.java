package cn.qianfa.approval.draft;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.PUBLISHER;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.registry.UnitTree;
import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.Finding;
import cn.qianfa.contracts.identity.Actor;
import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Drafts as sentences: {@code aDraft().by(DRAFTER).submitted()}. */
public final class DraftFixture {
    public static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);
    /** Each greater than the one before, also within one millisecond. */
    public static final Supplier<UUID> IDS = Generators.timeBasedEpochGenerator()::generate;

    public static final Content CONTENT = content("今晚停水,请提前储水。");

    private Actor author = DRAFTER;
    private Content content = CONTENT;

    private DraftFixture() {}

    public static DraftFixture aDraft() {
        return new DraftFixture();
    }

    public static Content content(String text) {
        return new Content(Category.CONVENIENCE, Importance.ORDINARY, text, List.of());
    }

    public DraftFixture by(Actor drafter) {
        author = drafter;
        return this;
    }

    public DraftFixture saying(String text) {
        content = new Content(content.category(), content.importance(), text, List.of());
        return this;
    }

    public DraftFixture of(Importance importance) {
        content = new Content(content.category(), importance, content.text(), List.of());
        return this;
    }

    public DraftFixture uncategorised() {
        content = new Content(null, content.importance(), content.text(), List.of());
        return this;
    }

    public Draft.Written written() {
        return Draft.begun(new DraftId(IDS.get().toString()), content, author, NOW);
    }

    public Draft.Submitted submitted() {
        return written().submitted(author, NOW);
    }

    public Draft.Submitted checked(Finding... findings) {
        var submitted = submitted();
        return submitted.checked(Verdict.of(verdictOn(submitted, findings)));
    }

    public Draft.Signed signed() {
        return checked().signed(signatureOf(DIRECTOR), DIRECTOR);
    }

    public Draft.Released released() {
        return signed().released(new Release(PUBLISHER.by(), List.of("account"), NOW, NOW), PUBLISHER);
    }

    public Draft.Expired expired() {
        return new Draft.Expired(submitted().manuscript(), NOW);
    }

    private Signature signatureOf(Actor signer) {
        return new Signature(signer.by(), content.hash(), "OFFICE_DIRECTOR", List.of(), NOW);
    }

    /** What the content rules would say about it. */
    public static DraftChecked verdictOn(Draft draft, Finding... findings) {
        var manuscript = draft.manuscript();
        return new DraftChecked(
                draft.id().value(),
                manuscript.submissions(),
                manuscript.content().hash(),
                "rules-1",
                "0".repeat(64),
                List.of(findings),
                null,
                NOW);
    }

    public static Finding finding(String rule, String severity) {
        var steps = List.of("跳过空格");
        var english = new Finding.English("It looks like advertising", "Delete it", List.of("spaces skipped"));
        return new Finding(rule, "A10-9", severity, 0, 0, 2, "疑似广告", "删除", steps, "限时抢购", english);
    }

    /** As content rules said it before they spoke English. */
    public static Finding olderFinding(String rule, String severity) {
        return new Finding(rule, "A10-9", severity, 0, 0, 2, "疑似广告", "删除", List.of(), null, null);
    }

    /** Puts it into the store as it is, whatever led there. */
    public static <D extends Draft> D in(Drafts drafts, D draft) {
        var begun = new Draft.Written(draft.manuscript());
        drafts.add(begun, Asking.command(DRAFTER, "begun-" + draft.id().value(), ""));
        drafts.save(drafts.find(draft.id()).orElseThrow().with(draft));
        return draft;
    }

    /** Who may read drafts where the district is above all other units. */
    public static Sight sight() {
        return new Sight(new UnitTree() {
            @Override
            public boolean isUnder(String unit, String above) {
                return unit.equals(above) || above.equals("district");
            }

            @Override
            public Set<String> under(String above) {
                return above.equals("district") ? Set.of("district", "town", "elsewhere") : Set.of(above);
            }
        });
    }
}
