package cn.qianfa.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GatewayKeysTest {
    private final KeyServer gateway = new KeyServer();
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private final GatewayKeys keys = new GatewayKeys(gateway.url().resolve(ActorToken.KEYS_PATH), () -> now);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void areReadOnceForManyTokens() {
        for (var token = 0; token < 100; token++) {
            assertThat(named("gateway-1")).hasSize(1);
        }

        assertThat(gateway.fetches()).isEqualTo(1);
    }

    @Test
    void areReadAgainForAnUnknownKey() {
        named("gateway-1");
        gateway.changeKey();

        later(Duration.ofSeconds(2));

        assertThat(named("gateway-2")).hasSize(1);
        assertThat(named("gateway-1")).isEmpty();
    }

    @Test
    void areNotReadForEveryTokenOfAFlood() {
        for (var token = 0; token < 100; token++) {
            assertThat(named("forged-" + token)).isEmpty();
        }

        assertThat(gateway.fetches()).isEqualTo(1);
    }

    @Test
    void areReadAgainAfterAWhile() {
        named("gateway-1");

        later(Duration.ofMinutes(6));
        named("gateway-1");

        assertThat(gateway.fetches()).isEqualTo(2);
    }

    @Nested
    class WhileTheGatewayIsAway {
        @Test
        void areKeptHoweverLong() {
            named("gateway-1");
            gateway.close();

            later(Duration.ofDays(30));

            assertThat(named("gateway-1")).hasSize(1);
            assertThat(named("forged")).isEmpty();
            assertThat(named("gateway-1")).hasSize(1);
        }

        @Test
        void areNoneIfNeverRead() {
            gateway.close();

            assertThat(named("gateway-1")).isEmpty();
        }
    }

    private List<JWK> named(String id) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private void later(Duration by) {
        now = now.plus(by);
    }
}
