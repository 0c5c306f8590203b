package cn.qianfa.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTest {
    private static final Actor DRAFTER = new Actor("drafter", "town", Set.of(Role.DRAFTER));
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    private Path directory;

    @Test
    @Tag("check-09")
    void signsForOneServiceAndHalfAMinuteWithAKeyThatIsPublished() throws Exception {
        var mint = mint("token.jwk");

        var token = SignedJWT.parse(mint.mint(DRAFTER, "approval"));

        var key =
                JWKSet.parse(mint.publicKeys()).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("approval");
        assertThat(claims.getSubject()).isEqualTo("drafter");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(Duration.ofSeconds(30))));
        assertThat(claims.getStringListClaim("roles")).containsExactly("DRAFTER");
    }

    @Test
    void neverMintsTheSameTwice() throws Exception {
        var mint = mint("token.jwk");

        assertThat(SignedJWT.parse(mint.mint(DRAFTER, "approval"))
                        .getJWTClaimsSet()
                        .getJWTID())
                .isNotEqualTo(SignedJWT.parse(mint.mint(DRAFTER, "approval"))
                        .getJWTClaimsSet()
                        .getJWTID());
    }

    @Test
    void publishesNothingSecretAndTheSameAfterARestart() throws Exception {
        var published = mint("token.jwk").publicKeys();

        assertThat(published).doesNotContain("\"d\"");
        assertThat(mint("token.jwk").publicKeys()).isEqualTo(published);
        assertThat(mint("other.jwk").publicKeys()).isNotEqualTo(published);
    }

    @Test
    void doesNotStartWithAnotherKey() throws Exception {
        var file = Files.writeString(directory.resolve("token.jwk"), "{\"kty\":\"oct\",\"k\":\"AAAA\"}");

        assertThatThrownBy(() -> SigningKey.in(file)).hasMessageContaining("expected: a private P-256 key");
    }

    private TokenMint mint(String file) throws Exception {
        return new TokenMint(SigningKey.in(directory.resolve(file)), () -> NOW, UUID::randomUUID);
    }
}
