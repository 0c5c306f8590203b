package cn.qianfa.monitoring;

import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.PublicationCancelled;
import cn.qianfa.contracts.event.PublicationFailed;
import cn.qianfa.contracts.event.PublicationScheduled;
import cn.qianfa.contracts.event.PublicationUncertain;
import cn.qianfa.contracts.event.Published;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.post.Posts;
import cn.qianfa.monitoring.post.WhenPublishedWatchComments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The posts comments stand under. */
@Configuration(proxyBeanMethods = false)
class PostWiring {
    @Bean
    Subscription publications(Posts posts) {
        var watch = new WhenPublishedWatchComments(posts);
        return Subscription.of("monitoring.publications", Topic.PUBLICATIONS)
                .on(Published.class, watch::react)
                .on(PublicationScheduled.class, watch::count)
                .on(PublicationCancelled.class, watch::count)
                .on(PublicationUncertain.class, watch::count)
                .on(PublicationFailed.class, watch::count)
                .whenSkipped(watch::passedOver)
                .build();
    }
}
