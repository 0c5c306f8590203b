package cn.qianfa.gateway;

import cn.qianfa.gateway.limit.Budgets;
import cn.qianfa.gateway.limit.Callers;
import cn.qianfa.gateway.limit.Lane;
import cn.qianfa.gateway.limit.Network;
import cn.qianfa.gateway.route.Places;
import cn.qianfa.gateway.route.Service;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits, and what is counted of them. */
@Configuration(proxyBeanMethods = false)
class LimitWiring {
    @Bean
    Budgets budgets(GatewaySettings settings, MeterRegistry meters) {
        for (var lane : Lane.values()) {
            GatewayMeter.REFUSED.counter(meters, lane.policy());
        }
        var rates = settings.rates();
        return new Budgets(
                rates.quotas(),
                rates.kept(),
                lane -> GatewayMeter.REFUSED.counter(meters, lane.policy()).increment(),
                TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    Callers callers(GatewaySettings settings) {
        return new Callers(
                settings.rates().trustedProxies().stream().map(Network::of).toList());
    }

    @Bean
    Places places(GatewaySettings settings, MeterRegistry meters) {
        for (var service : Service.values()) {
            GatewayMeter.CROWDED.counter(meters, service.audience());
        }
        var services = settings.services();
        return new Places(
                services.connections(),
                services.connectionsKept(),
                services.connect(),
                service ->
                        GatewayMeter.CROWDED.counter(meters, service.audience()).increment());
    }
}
