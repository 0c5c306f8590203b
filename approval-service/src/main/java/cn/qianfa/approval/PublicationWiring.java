package cn.qianfa.approval;

import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.approval.publication.CancelPublication;
import cn.qianfa.approval.publication.Permission;
import cn.qianfa.approval.publication.Publications;
import cn.qianfa.approval.publication.Publish;
import cn.qianfa.approval.publication.PublishingRounds;
import cn.qianfa.approval.publication.ReadPublications;
import cn.qianfa.approval.publication.ReleaseDraft;
import cn.qianfa.approval.publication.ResolvePublication;
import cn.qianfa.approval.publication.WhenReleasedSchedule;
import cn.qianfa.approval.registry.Platform;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.approval.site.SiteChannel;
import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.Approved;
import cn.qianfa.contracts.event.DraftExpired;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.event.DraftReturned;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Topic;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Releasing drafts, and posting them. */
@Configuration(proxyBeanMethods = false)
class PublicationWiring {
    @Bean
    ReleaseDraft releaseDraft(Drafts drafts, Accounts accounts, Sight sight, InstantSource clock) {
        return new ReleaseDraft(drafts, accounts, sight, clock);
    }

    @Bean
    CancelPublication cancelPublication(Publications publications, Sight sight, InstantSource clock) {
        return new CancelPublication(publications, sight, clock);
    }

    @Bean
    ResolvePublication resolvePublication(Publications publications, Drafts drafts, Sight sight, InstantSource clock) {
        return new ResolvePublication(publications, drafts, sight, clock);
    }

    @Bean
    ReadPublications readPublications(Publications publications, Sight sight) {
        return new ReadPublications(publications, sight);
    }

    @Bean
    Publish publish(
            Publications publications,
            Drafts drafts,
            Accounts accounts,
            Appointments appointments,
            SiteChannel site,
            Supplier<UUID> ids,
            InstantSource clock) {
        var permission = new Permission(drafts, accounts, appointments);
        var process = ids.get().toString();
        return new Publish(publications, permission, Map.of(Platform.SITE, site), clock, System::nanoTime, process);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PublishingRounds publishingRounds(Publications publications, Publish publish, InstantSource clock) {
        return new PublishingRounds(publications, publish, clock);
    }

    @Bean
    Subscription releases(Publications publications, PublishingRounds rounds, InstantSource clock) {
        return Subscription.of("approval.publications", Topic.DRAFTS)
                .on(DraftReleased.class, new WhenReleasedSchedule(publications, clock, rounds::wake)::react)
                .notNeeded(
                        DraftSubmitted.class,
                        DraftRecalled.class,
                        DraftReturned.class,
                        Approved.class,
                        DraftExpired.class)
                .build();
    }
}
