package cn.qianfa.approval;

import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.approval.site.ReadSite;
import cn.qianfa.approval.site.SiteAddress;
import cn.qianfa.approval.site.SiteChannel;
import cn.qianfa.approval.site.SitePosts;
import cn.qianfa.contracts.identity.PublicRoutes;
import cn.qianfa.contracts.identity.TicketSeal;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public pages, and the way there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
class SiteWiring {
    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "GET /site/{account}",
                "HEAD /site/{account}",
                "GET /site/{account}/feed.atom",
                "HEAD /site/{account}/feed.atom",
                "GET /site/{account}/posts/{post}",
                "HEAD /site/{account}/posts/{post}");
    }

    @Bean
    SiteChannel siteChannel(SitePosts posts, Supplier<UUID> ids, InstantSource clock) {
        return new SiteChannel(posts, ids, clock);
    }

    @Bean
    ReadSite readSite(Accounts accounts, SitePosts posts) {
        return new ReadSite(accounts, posts);
    }

    @Bean
    TicketSeal ticketSeal(SiteSettings settings) {
        return new TicketSeal(settings.ticketKey());
    }

    @Bean
    SiteAddress siteAddress(SiteSettings settings) {
        return new SiteAddress(settings.url());
    }
}
