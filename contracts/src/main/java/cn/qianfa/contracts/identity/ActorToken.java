package cn.qianfa.contracts.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway tells one service about the person who acts: the claims of a JWT signed with ES256, {@code iss, aud,
 * sub} (the member of staff), {@code unit, roles, iat, exp, jti}. Written by the gateway, read by every service.
 */
public final class ActorToken {
    /** Who mints. */
    public static final String ISSUER = "qianfa-gateway";
    /** Where the gateway publishes its public keys; the only thing one service asks another for. */
    public static final String KEYS_PATH = "/internal/jwks.json";
    /** How long a token is minted for. */
    public static final Duration LIFETIME = Duration.ofSeconds(30);

    private static final Duration LONGEST_LIFETIME = Duration.ofSeconds(60);
    private static final Duration SKEW = Duration.ofSeconds(5);

    private ActorToken() {}

    /**
     * @param audience the name of the one service it is meant for
     * @param id never used twice
     */
    public static JWTClaimsSet claims(Actor actor, String audience, Instant now, String id) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(actor.id())
                .claim("unit", actor.unit())
                .claim("roles", actor.by().roles())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(id)
                .build();
    }

    /** The actor; empty if anything is missing, wrong, of another time or meant for another service. */
    static Optional<Actor> actor(JWTClaimsSet claims, String audience, Instant now) {
        if (!ISSUER.equals(claims.getIssuer())
                || !claims.getAudience().equals(List.of(audience))
                || isBlank(claims.getJWTID())
                || !isOfThisTime(claims.getIssueTime(), claims.getExpirationTime(), now)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(claims));
        } catch (ParseException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty(); // a claim of another shape, a role nobody knows
        }
    }

    private static boolean isOfThisTime(@Nullable Date issued, @Nullable Date expires, Instant now) {
        if (issued == null || expires == null) {
            return false;
        }
        var lifetime = Duration.between(issued.toInstant(), expires.toInstant());
        return lifetime.isPositive()
                && lifetime.compareTo(LONGEST_LIFETIME) <= 0
                && !issued.toInstant().isAfter(now.plus(SKEW))
                && expires.toInstant().isAfter(now.minus(SKEW));
    }

    private static Actor read(JWTClaimsSet claims) throws ParseException {
        var roles =
                claims.getStringListClaim("roles").stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Actor(claims.getSubject(), claims.getStringClaim("unit"), roles);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
