package cn.qianfa.contracts.identity;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the gateway is.
 *
 * @param url {@code QIANFA_GATEWAY_URL}, such as {@code http://127.0.0.1:8080}
 */
@ConfigurationProperties("qianfa.gateway")
record IdentitySettings(
        @DefaultValue("http://127.0.0.1:8080") URI url) {
    URI keys() {
        return url.resolve(ActorToken.KEYS_PATH);
    }
}
