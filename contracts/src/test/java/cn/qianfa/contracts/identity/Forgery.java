package cn.qianfa.contracts.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The ways of being nobody: each puts something wrong on a request. The key is the gateway's own. */
enum Forgery {
    NO_TOKEN((request, key) -> {}),
    AN_EMPTY_TOKEN(header("Bearer ")),
    NOT_A_TOKEN(header("Bearer x.y.z")),
    A_PASSWORD(header("Basic YWRtaW46YWRtaW4=")),
    IDENTITY_HEADERS((request, key) -> {
        for (var name :
                List.of("X-User", "X-Remote-User", "X-Forwarded-User", "X-Staff", "X-Unit", "X-Roles", "From")) {
            request.header(name, "admin");
        }
        request.header("Forwarded", "for=127.0.0.1;by=gateway").header("X-Forwarded-For", "127.0.0.1");
    }),
    A_COOKIE((request, key) -> request.header("Cookie", "Authorization=" + Tokens.signed(Tokens.claims(), key))),
    NO_ALGORITHM(token(key -> new PlainJWT(Tokens.claims()).serialize())),
    NO_ALGORITHM_WITH_THE_SIGNATURE_OF_A_REAL_ONE(token(key -> {
        var real = Tokens.signed(Tokens.claims(), key);
        return encoded("{\"alg\":\"none\",\"kid\":\"gateway-1\"}") + real.substring(real.indexOf('.'));
    })),
    THE_PUBLIC_KEY_AS_A_SECRET(token(Forgery::swapped)),
    ANOTHER_ALGORITHM(token(Forgery::rsa)),
    ANOTHER_KEY_UNDER_THE_SAME_NAME(token(key -> Tokens.signed(Tokens.claims(), KeyServer.key(key.getKeyID())))),
    AN_UNKNOWN_KEY(token(key -> Tokens.signed(Tokens.claims(), KeyServer.key("gateway-9")))),
    A_KEY_BROUGHT_ALONG(token(key -> {
        var own = KeyServer.key(key.getKeyID());
        return Tokens.signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(own.getKeyID())
                        .jwk(own.toPublicJWK())
                        .build(),
                Tokens.claims(),
                own);
    })),
    ANOTHER_KIND_OF_TOKEN(token(key -> Tokens.signed(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .type(new JOSEObjectType("logout+jwt"))
                    .build(),
            Tokens.claims(),
            key))),
    AN_ALTERED_CLAIM(token(key -> {
        var parts = Tokens.signed(Tokens.claims(), key).split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("DRAFTER", "UNIT_LEADER");
        return parts[0] + '.' + encoded(claims) + '.' + parts[2];
    })),
    A_CUT_SIGNATURE(token(key -> {
        var real = Tokens.signed(Tokens.claims(), key);
        return real.substring(0, real.length() - 8);
    })),
    A_SIGNATURE_OF_ZEROES(token(key -> {
        var real = Tokens.signed(Tokens.claims(), key);
        return real.substring(0, real.lastIndexOf('.') + 1)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    })),
    ANOTHER_AUDIENCE(claims(() -> Tokens.but().audience("monitoring").build())),
    TWO_AUDIENCES(claims(() ->
            Tokens.but().audience(Arrays.asList(Tokens.SERVICE, "monitoring")).build())),
    NO_AUDIENCE(without("aud")),
    ANOTHER_ISSUER(claims(() -> Tokens.but().issuer("someone").build())),
    NO_ISSUER(without("iss")),
    EXPIRED(claims(() -> Tokens.claimsAt(Instant.now().minusSeconds(37)))),
    OF_THE_FUTURE(claims(() -> Tokens.claimsAt(Instant.now().plusSeconds(8)))),
    TOO_LONG_A_LIFE(claims(() -> Tokens.living(61))),
    A_LIFE_BACKWARDS(claims(() -> Tokens.living(-2))),
    NO_EXPIRY(without("exp")),
    NO_TIME_OF_ISSUE(without("iat")),
    NO_ID(without("jti")),
    NOBODY(without("sub")),
    NO_UNIT(without("unit")),
    NO_ROLES(without("roles")),
    A_ROLE_NOBODY_KNOWS(
            claims(() -> Tokens.but().claim("roles", List.of("EMPEROR")).build())),
    ROLES_OF_ANOTHER_SHAPE(claims(() -> Tokens.but().claim("roles", "ADMIN").build())),
    A_UNIT_OF_ANOTHER_SHAPE(claims(() -> Tokens.but().claim("unit", 7).build()));

    private final BiConsumer<HttpRequest.Builder, ECKey> put;

    Forgery(BiConsumer<HttpRequest.Builder, ECKey> put) {
        this.put = put;
    }

    HttpRequest.Builder on(HttpRequest.Builder request, ECKey key) {
        put.accept(request, key);
        return request;
    }

    private static BiConsumer<HttpRequest.Builder, ECKey> header(String value) {
        return (request, key) -> request.header("Authorization", value);
    }

    private static BiConsumer<HttpRequest.Builder, ECKey> token(Function<ECKey, String> token) {
        return (request, key) -> request.header("Authorization", "Bearer " + token.apply(key));
    }

    private static BiConsumer<HttpRequest.Builder, ECKey> claims(Supplier<JWTClaimsSet> claims) {
        return token(key -> Tokens.signed(claims.get(), key));
    }

    private static BiConsumer<HttpRequest.Builder, ECKey> without(String claim) {
        return claims(() -> Tokens.but().claim(claim, null).build());
    }

    private static String swapped(ECKey key) {
        return signed(
                JWSAlgorithm.HS256,
                key,
                () -> new MACSigner(key.toPublicJWK().toJSONString().getBytes(UTF_8)));
    }

    private static String rsa(ECKey key) {
        return signed(JWSAlgorithm.RS256, key, () -> new RSASSASigner(new RSAKeyGenerator(2048).generate()));
    }

    private static String signed(JWSAlgorithm algorithm, ECKey key, Signer signer) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), Tokens.claims());
            token.sign(signer.get());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Signer {
        JWSSigner get() throws JOSEException;
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
