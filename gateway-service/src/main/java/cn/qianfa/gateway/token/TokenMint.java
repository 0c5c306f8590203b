package cn.qianfa.gateway.token;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.ActorToken;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Mints a token for each request that is passed on, good for one service and half a minute. */
public final class TokenMint {
    private final JWSHeader header;
    private final JWSSigner signer;
    private final String publicKeys;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    public TokenMint(ECKey key, InstantSource clock, Supplier<UUID> ids) {
        try {
            signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("not a private P-256 key", e);
        }
        header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        publicKeys = new JWKSet(key.toPublicJWK()).toString();
        this.clock = clock;
        this.ids = ids;
    }

    /** @param service the name of the one service it is for */
    public String mint(Actor actor, String service) {
        var claims =
                ActorToken.claims(actor, service, clock.instant(), ids.get().toString());
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key was tried at the start", e);
        }
        return token.serialize();
    }

    /** The JWK set services verify with. */
    public String publicKeys() {
        return publicKeys;
    }
}
