package cn.qianfa.gateway;

import cn.qianfa.gateway.http.BodyLimits;
import cn.qianfa.gateway.limit.Lane;
import cn.qianfa.gateway.limit.Quota;
import cn.qianfa.gateway.route.Upstreams;
import cn.qianfa.gateway.route.Waits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set; {@code README.md} has the environment variables.
 *
 * @param secrets the directory of generated keys
 * @param adminPassword with which {@code admin} signs in first; empty for none
 * @param tls whether browsers come by TLS alone
 */
@ConfigurationProperties("qianfa.gateway")
record GatewaySettings(
        Path secrets,
        @DefaultValue("") String adminPassword,
        @DefaultValue("false") boolean tls,
        @DefaultValue Session session,
        @DefaultValue Codes codes,
        @DefaultValue Services services,
        @DefaultValue Limits limits,
        @DefaultValue Rates rates) {
    /**
     * Sessions and passwords.
     *
     * @param lock how long a name is locked after five wrong passwords
     */
    record Session(
            @DefaultValue("1h") Duration idle,
            @DefaultValue("12h") Duration longest,
            @DefaultValue("15m") Duration lock) {}

    /** @param valid how long an activation code may be used */
    record Codes(@DefaultValue("3d") Duration valid) {}

    /** Where the instances of the services are, and how long each is waited for. */
    record Services(
            @DefaultValue("http://127.0.0.1:8081") List<URI> approval,
            @DefaultValue("http://127.0.0.1:8082") List<URI> contentRules,
            @DefaultValue("http://127.0.0.1:8083") List<URI> monitoring,
            @DefaultValue("1s") Duration connect,
            @DefaultValue("10s") Duration answer,
            @DefaultValue("200") int connections,
            @DefaultValue("40") int connectionsKept) {
        Upstreams upstreams() {
            return new Upstreams(approval, contentRules, monitoring);
        }

        Waits waits() {
            return new Waits(connect, answer, connections);
        }
    }

    /**
     * How many requests are taken in each lane.
     *
     * @param window the time the numbers are for
     * @param kept how many budgets are remembered
     * @param trustedProxies whose {@code X-Forwarded-For} is believed: addresses and networks
     */
    record Rates(
            @DefaultValue("1200") int person,
            @DefaultValue("600") int draft,
            @DefaultValue("300") int emergency,
            @DefaultValue("600") int alerts,
            @DefaultValue("300") int session,
            @DefaultValue("600") int signIn,
            @DefaultValue("600") int comment,
            @DefaultValue("3000") int address,
            @DefaultValue("1m") Duration window,
            @DefaultValue("50000") long kept,
            @DefaultValue List<String> trustedProxies) {
        Map<Lane, Quota> quotas() {
            Map<Lane, Quota> quotas = new EnumMap<>(Lane.class);
            for (var lane : Lane.values()) {
                quotas.put(lane, new Quota(requests(lane), window));
            }
            return quotas;
        }

        private int requests(Lane lane) {
            return switch (lane) {
                case PERSON -> person;
                case DRAFT -> draft;
                case EMERGENCY -> emergency;
                case ALERTS -> alerts;
                case SESSION -> session;
                case SIGN_IN -> signIn;
                case COMMENT -> comment;
                case KEYS, ADDRESS -> address;
            };
        }
    }

    /** The longest bodies. */
    record Limits(
            @DefaultValue("256KB") DataSize body,
            @DefaultValue("20MB") DataSize media) {
        BodyLimits bodies() {
            return new BodyLimits(Math.toIntExact(body.toBytes()), media.toBytes());
        }
    }
}
