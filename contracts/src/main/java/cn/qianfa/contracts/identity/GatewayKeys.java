package cn.qianfa.contracts.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's public keys. Those once read are kept for as long as the gateway is away; an unknown key asks again, but
 * no flood of unknown keys asks more than once a second.
 */
final class GatewayKeys implements JWKSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayKeys.class);
    private static final int TIMEOUT_MS = 1_000;
    private static final int LARGEST_KEY_SET = 65_536;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final URI at;
    private final InstantSource clock;
    private final ResourceRetriever retriever = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, LARGEST_KEY_SET);
    private volatile JWKSet keys = new JWKSet();
    private volatile Instant readAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;

    GatewayKeys(URI at, InstantSource clock) {
        this.at = at;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) {
        var known = wanted.select(keys);
        if (!known.isEmpty() && clock.instant().isBefore(readAt.plus(FRESH))) {
            return known;
        }
        readAgain();
        return wanted.select(keys);
    }

    private synchronized void readAgain() {
        var now = clock.instant();
        if (now.isBefore(triedAt.plus(BETWEEN_TRIES))) {
            return;
        }
        triedAt = now;
        try {
            keys = JWKSet.parse(retriever.retrieveResource(at.toURL()).getContent());
            readAt = now;
        } catch (IOException | ParseException e) {
            LOG.atWarn().addKeyValue("keys", at).log("The gateway's keys cannot be read: {}", e.toString());
        }
    }
}
