package cn.qianfa.approval;

import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.EditDraft;
import cn.qianfa.approval.draft.ReadDrafts;
import cn.qianfa.approval.draft.RecallDraft;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.approval.draft.SubmitDraft;
import cn.qianfa.approval.draft.WhenCheckedKeepVerdict;
import cn.qianfa.approval.draft.WriteDraft;
import cn.qianfa.approval.registry.UnitTree;
import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.Topic;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writing and submitting drafts. */
@Configuration(proxyBeanMethods = false)
class DraftWiring {
    @Bean
    Sight sight(UnitTree units) {
        return new Sight(units);
    }

    @Bean
    WriteDraft writeDraft(Drafts drafts, Supplier<UUID> ids, InstantSource clock) {
        return new WriteDraft(drafts, ids, clock);
    }

    @Bean
    EditDraft editDraft(Drafts drafts, Sight sight, InstantSource clock) {
        return new EditDraft(drafts, sight, clock);
    }

    @Bean
    SubmitDraft submitDraft(Drafts drafts, Sight sight, InstantSource clock) {
        return new SubmitDraft(drafts, sight, clock);
    }

    @Bean
    RecallDraft recallDraft(Drafts drafts, Sight sight, InstantSource clock) {
        return new RecallDraft(drafts, sight, clock);
    }

    @Bean
    ReadDrafts readDrafts(Drafts drafts, Sight sight) {
        return new ReadDrafts(drafts, sight);
    }

    @Bean
    Subscription verdicts(Drafts drafts) {
        return Subscription.of("approval.verdicts", Topic.DRAFT_VERDICTS)
                .on(DraftChecked.class, new WhenCheckedKeepVerdict(drafts)::react)
                .build();
    }
}
