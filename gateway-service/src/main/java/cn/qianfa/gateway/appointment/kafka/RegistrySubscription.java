package cn.qianfa.gateway.appointment.kafka;

import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.AccountClosed;
import cn.qianfa.contracts.event.AccountFiled;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.gateway.appointment.WhenStaffChangeAdmitOrShutOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrySubscription {
    @Bean
    Subscription registry(WhenStaffChangeAdmitOrShutOut reaction) {
        return Subscription.of("gateway.registry", Topic.REGISTRY)
                .on(StaffAppointed.class, reaction::appointed)
                .on(StaffLeft.class, reaction::left)
                .on(UnitRegistered.class, reaction::registered)
                .notNeeded(AccountFiled.class, AccountClosed.class)
                .build();
    }
}
