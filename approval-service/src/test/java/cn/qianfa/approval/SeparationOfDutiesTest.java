package cn.qianfa.approval;

import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.IDS;
import static cn.qianfa.approval.draft.DraftFixture.verdictOn;
import static cn.qianfa.approval.registry.RegistryFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.draft.Category;
import cn.qianfa.approval.draft.Content;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.DraftFixture;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.EditDraft;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.InMemoryDrafts;
import cn.qianfa.approval.draft.RecallDraft;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.approval.draft.SubmitDraft;
import cn.qianfa.approval.draft.WhenCheckedKeepVerdict;
import cn.qianfa.approval.draft.WriteDraft;
import cn.qianfa.approval.publication.ReleaseDraft;
import cn.qianfa.approval.registry.RegistryFixture;
import cn.qianfa.approval.signoff.ReturnDraft;
import cn.qianfa.approval.signoff.SignDraft;
import cn.qianfa.approval.signoff.Step;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People who hold every role do whatever they like, in any order, to the same few drafts. A record kept beside, which
 * knows nothing of the service, tells who wrote, who signed and what: no sequence may join what the regulation separates.
 */
@Tag("article-7")
class SeparationOfDutiesTest {
    private static final int ACTS = 3_000;
    private static final List<String> TEXTS = List.of("停水", "停电", "停水。");

    private final RegistryFixture district = new RegistryFixture().filing();
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final Sight sight = DraftFixture.sight();
    private final WriteDraft write = new WriteDraft(drafts, IDS, CLOCK);
    private final EditDraft edit = new EditDraft(drafts, sight, CLOCK);
    private final SubmitDraft submit = new SubmitDraft(drafts, sight, CLOCK);
    private final RecallDraft recall = new RecallDraft(drafts, sight, CLOCK);
    private final WhenCheckedKeepVerdict check = new WhenCheckedKeepVerdict(drafts);
    private final SignDraft sign = new SignDraft(drafts, sight, CLOCK);
    private final ReturnDraft giveBack = new ReturnDraft(drafts, sight, CLOCK);
    private final ReleaseDraft release = new ReleaseDraft(drafts, district.accounts, sight, CLOCK);

    private final List<DraftId> known = new ArrayList<>();
    private final Map<DraftId, Set<String>> wrote = new HashMap<>();
    private final Map<DraftId, Set<String>> signed = new HashMap<>();
    private final Map<DraftId, String> signedHash = new HashMap<>();
    private int released;
    private long verdicts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_124})
    @Tag("check-03")
    void noSequenceOfActsJoinsSeparatedDuties(long seed) {
        var random = new Random(seed);
        for (var act = 0; act < ACTS; act++) {
            actAtRandom(random);
        }

        assertThat(released).as("drafts that went out at all").isGreaterThan(10);
    }

    private void actAtRandom(Random random) {
        var by = People.of("person-" + random.nextInt(4), People.UNIT, Role.values());
        if (known.size() < 3 || random.nextInt(60) == 0) {
            begin(by, random);
            return;
        }
        var id = known.get(known.size() - 1 - random.nextInt(3));
        switch (random.nextInt(7)) {
            case 0 -> edit(id, by, random);
            case 1 -> submit.submit(id, Asking.by(by));
            case 2 -> check(id);
            case 3, 4 -> sign(id, by, random);
            case 5 -> backOrRelease(id, by, random);
            default -> release(id, by);
        }
    }

    private void begin(Actor by, Random random) {
        var outcome = (Done) write.write(Asking.by(by, content(random)));
        var id = new DraftId(outcome.id());
        known.add(id);
        of(wrote, id).add(by.id());
    }

    private void edit(DraftId id, Actor by, Random random) {
        var before = stored(id).manuscript().content();
        var changed = content(random);
        var version = OptionalLong.of(drafts.find(id).orElseThrow().revision().version());
        if (edit.edit(id, by, () -> changed, version) instanceof Done && !changed.equals(before)) {
            of(wrote, id).add(by.id());
            signedHash.remove(id);
        }
    }

    private void check(DraftId id) {
        var at = new Position("content-rules.draft-verdicts", id.value(), ++verdicts, "event-" + verdicts);
        check.react(verdictOn(stored(id)), at);
    }

    private void sign(DraftId id, Actor by, Random random) {
        var before = stored(id);
        var hash = before.manuscript().content().hash();
        var step = Step.values()[random.nextInt(2)];
        var outcome = sign.sign(id, Asking.by(by, new SignDraft.Form(hash, step, List.of())));
        if (outcome instanceof Done && !(before instanceof Draft.Signed)) {
            assertThat(of(wrote, id)).as("%s signs what they wrote", by.id()).doesNotContain(by.id());
            of(signed, id).add(by.id());
            signedHash.put(id, hash);
        }
    }

    private void backOrRelease(DraftId id, Actor by, Random random) {
        if (random.nextInt(3) > 0) {
            release(id, by);
            return;
        }
        Outcome back = random.nextBoolean() ? recall.recall(id, by) : giveBack.giveBack(id, Asking.by(by, "改"));
        if (back instanceof Done) {
            signedHash.remove(id);
        }
    }

    private void release(DraftId id, Actor by) {
        var before = stored(id);
        var form = new ReleaseDraft.Form(List.of(ACCOUNT), null);
        if (release.release(id, Asking.by(by, form)) instanceof Done && before instanceof Draft.Signed) {
            assertThat(of(signed, id))
                    .as("%s publishes what they signed", by.id())
                    .doesNotContain(by.id());
            assertThat(signedHash.get(id))
                    .as("published is what was signed")
                    .isEqualTo(before.manuscript().content().hash());
            released++;
        }
    }

    private static Content content(Random random) {
        var importance = Importance.values()[random.nextInt(Importance.values().length)];
        return new Content(Category.CONVENIENCE, importance, TEXTS.get(random.nextInt(TEXTS.size())), List.of());
    }

    private static Set<String> of(Map<DraftId, Set<String>> people, DraftId id) {
        return people.computeIfAbsent(id, none -> new HashSet<>());
    }

    private Draft stored(DraftId id) {
        return drafts.find(id).orElseThrow().value();
    }
}
