package cn.qianfa.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.gateway.secret.SecretFile;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;

/** The key the gateway signs with. */
public final class SigningKey {
    private SigningKey() {}

    /**
     * @param file a JWK, made if it is not there
     * @throws IllegalStateException if it holds something else
     */
    public static ECKey in(Path file) throws IOException {
        var text = new String(new SecretFile(file).readOrMake(SigningKey::generated), UTF_8);
        try {
            var key = ECKey.parse(text);
            if (key.isPrivate() && Curve.P_256.equals(key.getCurve())) {
                return key;
            }
        } catch (ParseException e) {
            throw new IllegalStateException("%s: not a JWK (expected: a private P-256 key)".formatted(file), e);
        }
        throw new IllegalStateException("%s: another JWK (expected: a private P-256 key)".formatted(file));
    }

    private static byte[] generated() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString()
                    .getBytes(UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every JDK", e);
        }
    }
}
