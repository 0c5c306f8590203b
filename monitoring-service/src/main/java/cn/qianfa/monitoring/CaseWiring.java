package cn.qianfa.monitoring;

import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.CommentReceived;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.casework.AcknowledgeCase;
import cn.qianfa.monitoring.casework.AgeClock;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.casework.EscalateOverdue;
import cn.qianfa.monitoring.casework.ReadCases;
import cn.qianfa.monitoring.casework.Rounds;
import cn.qianfa.monitoring.casework.WhenFlaggedOpenCase;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.roster.OnCall;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of casework. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
class CaseWiring {
    @Bean
    Rounds rounds(OnCall onCall, AlertSettings settings, InstantSource clock) {
        var ages = new AgeClock(clock, System::nanoTime);
        return new Rounds(onCall, settings.escalation(), settings.notAfter(), ages);
    }

    @Bean
    Subscription caseOpening(Cases cases, Rounds rounds, InstantSource clock) {
        var openCase = new WhenFlaggedOpenCase(cases, rounds, clock);
        return Subscription.of("monitoring.case-opening", Topic.COMMENTS)
                .on(CommentFlagged.class, openCase::react)
                .notNeeded(CommentReceived.class)
                .build();
    }

    @Bean
    EscalateOverdue escalateOverdue(Cases cases, Rounds rounds, InstantSource clock) {
        return new EscalateOverdue(cases, rounds, clock, System::nanoTime);
    }

    @Bean
    AcknowledgeCase acknowledgeCase(Cases cases, Rounds rounds, Registry registry, InstantSource clock) {
        return new AcknowledgeCase(cases, rounds, registry, clock);
    }

    @Bean
    ReadCases readCases(Cases cases, Registry registry) {
        return new ReadCases(cases, registry);
    }
}
