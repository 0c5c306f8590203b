package cn.qianfa.contracts.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;

/** Tokens as the gateway mints them, to be signed as they are or forged. */
final class Tokens {
    static final String SERVICE = "approval";
    static final Actor DRAFTER = new Actor("drafter-1", "town-1", Set.of(Role.DRAFTER, Role.PUBLISHER));

    private Tokens() {}

    static JWTClaimsSet claims() {
        return claimsAt(Instant.now());
    }

    static JWTClaimsSet claimsAt(Instant issued) {
        return ActorToken.claims(DRAFTER, SERVICE, issued, UUID.randomUUID().toString());
    }

    /** The claims with one of them replaced; a null takes it away. */
    static JWTClaimsSet.Builder but() {
        return new JWTClaimsSet.Builder(claims());
    }

    static JWTClaimsSet living(long seconds) {
        var issued = Instant.now();
        return but().issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plusSeconds(seconds)))
                .build();
    }

    static String signed(JWTClaimsSet claims, ECKey key) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims, key);
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
