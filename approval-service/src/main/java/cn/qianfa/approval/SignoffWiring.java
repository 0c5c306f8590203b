package cn.qianfa.approval;

import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.approval.signoff.ReturnDraft;
import cn.qianfa.approval.signoff.SignDraft;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signing drafts and sending them back. */
@Configuration(proxyBeanMethods = false)
class SignoffWiring {
    @Bean
    SignDraft signDraft(Drafts drafts, Sight sight, InstantSource clock) {
        return new SignDraft(drafts, sight, clock);
    }

    @Bean
    ReturnDraft returnDraft(Drafts drafts, Sight sight, InstantSource clock) {
        return new ReturnDraft(drafts, sight, clock);
    }
}
