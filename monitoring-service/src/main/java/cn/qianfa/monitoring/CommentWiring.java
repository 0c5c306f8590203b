package cn.qianfa.monitoring;

import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.CommentChecked;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.PublicRoutes;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.monitoring.classification.Classifier;
import cn.qianfa.monitoring.classification.lexicon.LexiconClassifier;
import cn.qianfa.monitoring.comment.Comments;
import cn.qianfa.monitoring.comment.FlagComment;
import cn.qianfa.monitoring.comment.ReadComments;
import cn.qianfa.monitoring.comment.ReceiveComment;
import cn.qianfa.monitoring.comment.WhenCheckedAddReasons;
import cn.qianfa.monitoring.post.Posts;
import cn.qianfa.monitoring.registry.Registry;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of comments and of their classification. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TicketSettings.class)
class CommentWiring {
    @Bean
    Classifier classifier() {
        return new LexiconClassifier();
    }

    @Bean
    TicketSeal ticketSeal(TicketSettings settings) {
        return new TicketSeal(settings.key());
    }

    @Bean
    ReceiveComment receiveComment(
            Comments comments, Classifier classifier, TicketSeal seal, Supplier<UUID> ids, InstantSource clock) {
        return new ReceiveComment(comments, classifier, seal, ids, clock);
    }

    /** The one thing anyone may do without signing in. */
    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("POST /site/*/posts/*/comments");
    }

    @Bean
    ReadComments readComments(Comments comments, Posts posts, Registry registry) {
        return new ReadComments(comments, posts, registry);
    }

    @Bean
    FlagComment flagComment(Comments comments, Registry registry, InstantSource clock) {
        return new FlagComment(comments, registry, clock);
    }

    @Bean
    Subscription commentVerdicts(Comments comments, InstantSource clock) {
        var addReasons = new WhenCheckedAddReasons(comments, clock);
        return Subscription.of("monitoring.comment-verdicts", Topic.COMMENT_VERDICTS)
                .on(CommentChecked.class, addReasons::react)
                .build();
    }
}
