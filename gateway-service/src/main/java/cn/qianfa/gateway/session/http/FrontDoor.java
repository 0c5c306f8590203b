package cn.qianfa.gateway.session.http;

import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import cn.qianfa.gateway.http.Toll;
import cn.qianfa.gateway.session.CookieSecurity;
import cn.qianfa.gateway.session.OpenRoutes;
import cn.qianfa.gateway.session.WhoIsSignedIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** What every request passes: its session, the list of open paths, and the headers every answer bears. */
@Configuration(proxyBeanMethods = false)
class FrontDoor {
    /** A plain page with a stylesheet and a form of this host, and nothing else: no script, nothing inline. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Listens on loopback alone. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(FrontDoor::isOnManagementPort)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    private static boolean isOnManagementPort(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }

    /** Spring's own sessions and its own check of forged requests are off: both live in {@link SessionFilter}. */
    @Bean
    @Order(2)
    SecurityFilterChain paths(
            HttpSecurity http,
            SessionCookies cookies,
            WhoIsSignedIn who,
            Toll toll,
            Problems problems,
            CookieSecurity cookieSecurity,
            OpenRoutes passedOn) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers(headers, cookieSecurity))
                .addFilterBefore(new SessionFilter(cookies, who, toll, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll() // the request was let in before
                        .requestMatchers(OpenPaths.matchers(passedOn))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, why) -> problems.write(request, response, Problem.NOT_SIGNED_IN)))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, CookieSecurity cookieSecurity) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
        if (cookieSecurity.secure()) {
            headers.httpStrictTransportSecurity(strict -> strict.requestMatcher(request -> true));
        }
    }

    /** Nobody signs in through Spring; without this it would make up a user and print a password. */
    @Bean
    AuthenticationManager nobody() {
        return attempt -> {
            throw new ProviderNotFoundException("people sign in at /api/v1/session");
        };
    }
}
