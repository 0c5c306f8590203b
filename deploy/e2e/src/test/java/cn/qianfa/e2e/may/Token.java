package cn.qianfa.e2e.may;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens as the gateway makes them, with its very key, and as somebody else would; written without a library. */
final class Token {
    static final String NONE = "none";

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final JsonNode jwk;

    /** @param file the gateway's own key */
    Token(Path file) {
        try {
            jwk = JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One that any service takes: without it, refusing the others would prove nothing. */
    String good(String service) {
        return signed(claims(service, Instant.now()), key());
    }

    /** What no service may take, by what is wrong with it. */
    Map<String, String> bad(String service) {
        var claims = claims(service, Instant.now());
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", signed(claims(service, Instant.now().minus(Duration.ofMinutes(2))), key()));
        bad.put("not yet", signed(claims(service, Instant.now().plus(Duration.ofMinutes(2))), key()));
        bad.put("another key", signed(claims, anotherKey()));
        bad.put("another service's", signed(claims("somewhere", Instant.now()), key()));
        bad.put("alg none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + '.' + encoded(claims) + '.');
        bad.put("alg HS256 with the public key", mac(claims));
        bad.put("changed", changed(signed(claims, key())));
        bad.put(NONE, "");
        return bad;
    }

    private static String claims(String service, Instant at) {
        return """
                {"iss":"qianfa-gateway","aud":"%s","sub":"administrator.district","unit":"district",\
                "roles":["ADMIN","INSPECTOR","DUTY_OFFICER"],"iat":%d,"exp":%d,"jti":"%s"}""".formatted(service, at.getEpochSecond(), at.plus(LIFE).getEpochSecond(), UUID.randomUUID());
    }

    private String signed(String claims, PrivateKey key) {
        var head =
                "{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(jwk.path("kid").asString());
        var text = encoded(head) + '.' + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return text + '.' + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String mac(String claims) {
        var head =
                "{\"alg\":\"HS256\",\"kid\":\"%s\"}".formatted(jwk.path("kid").asString());
        var text = encoded(head) + '.' + encoded(claims);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(jwk.path("x").asString().getBytes(UTF_8), "HmacSHA256"));
            return text + '.' + URL.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Other claims under the same signature. */
    private static String changed(String token) {
        var parts = token.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        return parts[0] + '.' + encoded(claims.replace("administrator.district", "leader.district")) + '.' + parts[2];
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(UTF_8));
    }

    private PrivateKey key() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var secret = new BigInteger(
                    1, Base64.getUrlDecoder().decode(jwk.path("d").asString()));
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(secret, parameters.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PrivateKey anotherKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
