package cn.qianfa.monitoring;

import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.AccountClosed;
import cn.qianfa.contracts.event.AccountFiled;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.WhenRegisteredMirror;
import cn.qianfa.monitoring.roster.OnCall;
import cn.qianfa.monitoring.roster.Rosters;
import cn.qianfa.monitoring.roster.WriteRoster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mirror of the registry, and the rosters that stand on it. */
@Configuration(proxyBeanMethods = false)
class RegistryWiring {
    @Bean
    Subscription registryMirror(Registry registry) {
        var mirror = new WhenRegisteredMirror(registry);
        return Subscription.of("monitoring.registry", Topic.REGISTRY)
                .on(UnitRegistered.class, mirror::react)
                .on(StaffAppointed.class, mirror::react)
                .on(StaffLeft.class, mirror::react)
                .notNeeded(AccountFiled.class, AccountClosed.class)
                .build();
    }

    @Bean
    OnCall onCall(Registry registry, Rosters rosters) {
        return new OnCall(registry, rosters);
    }

    @Bean
    WriteRoster writeRoster(Rosters rosters, OnCall onCall, Registry registry) {
        return new WriteRoster(rosters, onCall, registry);
    }
}
