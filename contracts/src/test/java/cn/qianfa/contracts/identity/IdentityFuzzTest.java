package cn.qianfa.contracts.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.qianfa.contracts.delivery.Traceparent;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.InstantSource;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Whatever claims to be a ticket, a token or a trace is refused in the one way there is. */
class IdentityFuzzTest {
    private static final TicketSeal SEAL = new TicketSeal("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private static final BearerTokens TOKENS = new BearerTokens(
            Tokens.SERVICE, new ImmutableJWKSet<>(new JWKSet(key().toPublicJWK())), InstantSource.system());

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @FuzzTest
    void noTicketIsOpenedThatWasNotSealed(byte[] text) {
        assertThat(SEAL.open(new String(text, UTF_8))).isEmpty();
    }

    @FuzzTest
    void noTokenIsTakenThatWasNotSigned(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        if (!text.isBlank()) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> TOKENS.authenticate(new BearerTokenAuthenticationToken(text)));
        }
    }

    @FuzzTest
    void aTraceIsReadOnlyAsItIsWritten(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        Traceparent.read(text).ifPresent(read -> {
            assertThat(read.value()).isEqualTo(text).matches("[0-9a-f-]{55}");
            assertThat(read.child().id()).isEqualTo(read.id());
        });
    }
}
