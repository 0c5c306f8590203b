package cn.qianfa.contracts.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Takes a bearer token for what it says only if the gateway signed it. Reads the claims itself: Spring's decoder makes
 * up an {@code iat} where there is none.
 */
final class BearerTokens implements AuthenticationManager {
    private final String audience;
    private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    private final InstantSource clock;

    BearerTokens(String audience, JWKSource<SecurityContext> keys, InstantSource clock) {
        this.audience = audience;
        this.clock = clock;
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        signatures.setJWTClaimsSetVerifier((claims, context) -> {}); // ActorToken does
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var token = ((BearerTokenAuthenticationToken) attempt).getToken();
        return actor(token)
                .map(actor -> new PreAuthenticatedAuthenticationToken(actor, "", List.of()))
                .orElseThrow(() -> new InvalidBearerTokenException("refused"));
    }

    private Optional<Actor> actor(String token) {
        try {
            return ActorToken.actor(signatures.process(token, null), audience, clock.instant());
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty(); // a key that cannot be had refuses like a wrong one
        }
    }
}
