package cn.qianfa.gateway;

import cn.qianfa.gateway.http.BodyLimits;
import cn.qianfa.gateway.route.Upstreams;
import cn.qianfa.gateway.route.Waits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        @DefaultValue Limits limits) {
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
            @DefaultValue("200") int connections) {
        Upstreams upstreams() {
            return new Upstreams(approval, contentRules, monitoring);
        }

        Waits waits() {
            return new Waits(connect, answer, connections);
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
