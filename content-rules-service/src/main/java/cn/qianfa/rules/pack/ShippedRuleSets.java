package cn.qianfa.rules.pack;

import cn.qianfa.rules.ruleset.ActiveRuleSets;
import cn.qianfa.rules.ruleset.Purpose;
import cn.qianfa.rules.ruleset.RuleSet;
import cn.qianfa.rules.ruleset.RuleSetVersion;
import cn.qianfa.rules.ruleset.RuleSets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rule sets that come with the product, in force until others are released. */
public final class ShippedRuleSets implements ActiveRuleSets, RuleSets {
    private static final Instant RELEASED = Instant.parse("2026-11-24T00:00:00Z");
    private static final String RELEASED_BY = "qianfa";

    private final RuleSet drafts =
            ShippedPacks.drafts().release(new RuleSetVersion("2026-11-24.1"), Purpose.DRAFTS, RELEASED, RELEASED_BY);
    private final RuleSet comments = ShippedPacks.comments()
            .release(new RuleSetVersion("2026-11-24.2"), Purpose.COMMENTS, RELEASED, RELEASED_BY);

    @Override
    public Optional<RuleSet> active(Purpose purpose) {
        return Optional.of(
                switch (purpose) {
                    case DRAFTS -> drafts;
                    case COMMENTS -> comments;
                });
    }

    @Override
    public Optional<RuleSet> find(RuleSetVersion version) {
        return List.of(drafts, comments).stream()
                .filter(one -> one.version().equals(version))
                .findFirst();
    }
}
