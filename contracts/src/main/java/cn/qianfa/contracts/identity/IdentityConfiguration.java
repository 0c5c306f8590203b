package cn.qianfa.contracts.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one class a service imports to know who acts. Every route needs a token of the gateway, but those the service
 * names in {@link PublicRoutes} and its management port, which listens on loopback only. Whether the actor may do what
 * they ask is decided by each use case.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityConfiguration {
    @Bean
    AuthenticationManager actors(
            IdentitySettings settings, InstantSource clock, @Value("${spring.application.name}") String service) {
        return new BearerTokens(service, new GatewayKeys(settings.keys(), clock), clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return stateless(http.securityMatcher(IdentityConfiguration::isOnManagementPort))
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .build();
    }

    private static boolean isOnManagementPort(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }

    @Bean
    @Order(2)
    SecurityFilterChain routes(
            HttpSecurity http, AuthenticationManager actors, ObjectProvider<PublicRoutes> publicRoutes) {
        var open =
                publicRoutes.stream().flatMap(IdentityConfiguration::matchers).toArray(RequestMatcher[]::new);
        var notSignedIn = new NotSignedIn();
        return stateless(http)
                .authorizeHttpRequests(
                        routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll() // the request was let in before
                                .requestMatchers(open)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(tokens -> tokens.bearerTokenResolver(IdentityConfiguration::onlyToken)
                        .authenticationManagerResolver(request -> actors)
                        .authenticationEntryPoint(notSignedIn))
                .exceptionHandling(problems -> problems.authenticationEntryPoint(notSignedIn))
                .build();
    }

    private static @Nullable String onlyToken(HttpServletRequest request) {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            throw new InvalidBearerTokenException("two of them"); // else each reader would choose its own
        }
        return new DefaultBearerTokenResolver().resolve(request);
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static Stream<RequestMatcher> matchers(PublicRoutes open) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return open.routes().stream()
                .flatMap(route -> methods(route).map(method -> paths.matcher(method, route.path())));
    }

    /** What may be got may be asked for without its body too. */
    private static Stream<HttpMethod> methods(PublicRoutes.Route route) {
        var method = HttpMethod.valueOf(route.method());
        return method == HttpMethod.GET ? Stream.of(method, HttpMethod.HEAD) : Stream.of(method);
    }

    @Bean
    WebMvcConfigurer actorArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument());
            }
        };
    }
}
