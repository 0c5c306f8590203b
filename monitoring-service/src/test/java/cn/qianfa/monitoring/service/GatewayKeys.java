package cn.qianfa.monitoring.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.ActorToken;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.UUID;

/** What a service sees of the gateway: its public keys, and tokens signed with the private one. */
final class GatewayKeys implements AutoCloseable {
    private final HttpServer server;
    private final ECKey key;

    GatewayKeys() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("gateway").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        var published = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        server.createContext(ActorToken.KEYS_PATH, exchange -> {
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String token(Actor actor) {
        var claims = ActorToken.claims(
                actor, "monitoring", Instant.now(), UUID.randomUUID().toString());
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
