package cn.qianfa.approval;

import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.publication.Publications;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Whatever is stored is told to those who run the service. */
@Configuration(proxyBeanMethods = false)
class FactsWiring {
    @Bean
    Facts facts(MeterRegistry meters) {
        return new Facts(meters);
    }

    @Bean
    @Primary
    Drafts toldDrafts(@Qualifier("mongoDrafts") Drafts drafts, Facts facts) {
        return new ToldDrafts(drafts, facts);
    }

    @Bean
    @Primary
    Publications toldPublications(@Qualifier("mongoPublications") Publications publications, Facts facts) {
        return new ToldPublications(publications, facts);
    }
}
