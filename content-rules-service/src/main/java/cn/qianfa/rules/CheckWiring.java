package cn.qianfa.rules;

import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.Approved;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.CommentReceived;
import cn.qianfa.contracts.event.DraftExpired;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.event.DraftReturned;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.rules.check.CheckText;
import cn.qianfa.rules.check.Verdicts;
import cn.qianfa.rules.check.WhenReceivedCheckComment;
import cn.qianfa.rules.check.WhenSubmittedCheckDraft;
import cn.qianfa.rules.engine.CheckContent;
import cn.qianfa.rules.engine.Checker;
import cn.qianfa.rules.pack.ShippedRuleSets;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checking what editors write and what other services announce. */
@Configuration(proxyBeanMethods = false)
class CheckWiring {
    private static final Logger LOG = LoggerFactory.getLogger(CheckWiring.class);

    @Bean
    ShippedRuleSets ruleSets() {
        return new ShippedRuleSets();
    }

    @Bean
    Checker checker() {
        return new Checker(CheckWiring::failed);
    }

    /** The message may quote the text that was checked, so it stays out of the log. */
    private static void failed(RuntimeException fault) {
        LOG.atError()
                .addKeyValue("fault", fault.getClass().getName())
                .addKeyValue("at", fault.getStackTrace().length == 0 ? "" : fault.getStackTrace()[0])
                .log("A check failed; its verdict says so");
    }

    @Bean
    CheckContent checkContent(Checker checker, ShippedRuleSets ruleSets) {
        return new CheckContent(checker, ruleSets, ruleSets);
    }

    @Bean
    CheckText checkText(CheckContent checkContent, InstantSource clock) {
        return new CheckText(checkContent, clock);
    }

    @Bean
    Subscription drafts(CheckContent checkContent, Verdicts verdicts) {
        return Subscription.of("content-rules.drafts", Topic.DRAFTS)
                .on(DraftSubmitted.class, new WhenSubmittedCheckDraft(checkContent, verdicts)::react)
                .notNeeded(
                        DraftRecalled.class,
                        DraftReturned.class,
                        Approved.class,
                        DraftReleased.class,
                        DraftExpired.class)
                .build();
    }

    @Bean
    Subscription comments(CheckContent checkContent, Verdicts verdicts) {
        return Subscription.of("content-rules.comments", Topic.COMMENTS)
                .on(CommentReceived.class, new WhenReceivedCheckComment(checkContent, verdicts)::react)
                .notNeeded(CommentFlagged.class)
                .build();
    }
}
