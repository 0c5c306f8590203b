package cn.qianfa.gateway;

import cn.qianfa.gateway.credential.Lock;
import cn.qianfa.gateway.http.BodyLimits;
import cn.qianfa.gateway.route.Route;
import cn.qianfa.gateway.route.Upstreams;
import cn.qianfa.gateway.route.Waits;
import cn.qianfa.gateway.session.CookieSecurity;
import cn.qianfa.gateway.session.OpenRoutes;
import cn.qianfa.gateway.session.SessionLife;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings, as each part knows them. */
@Configuration(proxyBeanMethods = false)
class SettingsWiring {
    @Bean
    Lock lock(GatewaySettings settings) {
        return new Lock(settings.session().lock());
    }

    @Bean
    SessionLife sessionLife(GatewaySettings settings) {
        return new SessionLife(settings.session().idle(), settings.session().longest());
    }

    @Bean
    CookieSecurity cookieSecurity(GatewaySettings settings) {
        return new CookieSecurity(settings.tls());
    }

    @Bean
    Upstreams upstreams(GatewaySettings settings) {
        return settings.services().upstreams();
    }

    @Bean
    OpenRoutes openRoutes() {
        return new OpenRoutes(Route.ALL.stream()
                .filter(Route::isPublic)
                .map(route -> route.method() + ' ' + route.path())
                .toList());
    }

    @Bean
    Waits waits(GatewaySettings settings) {
        return settings.services().waits();
    }

    @Bean
    BodyLimits bodyLimits(GatewaySettings settings) {
        return settings.limits().bodies();
    }
}
