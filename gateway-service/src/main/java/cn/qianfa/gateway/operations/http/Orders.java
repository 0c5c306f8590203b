package cn.qianfa.gateway.operations.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.inbox.Operations.Asked;
import cn.qianfa.contracts.delivery.inbox.Operations.Wish;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.gateway.http.Breach;
import cn.qianfa.gateway.http.IdempotencyKey;
import cn.qianfa.gateway.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an operator asks for, late: who may ask is decided before what was asked is looked at. */
@Component
class Orders {
    private static final int LONGEST_EVENT = 200;

    private final JsonMapper json;

    Orders(JsonMapper json) {
        this.json = json;
    }

    /** What may be sent; an order takes some of it. */
    record Given(
            @Nullable String event,
            @Nullable String payload,
            @Nullable String reason) {
        static final Given NOTHING = new Given(null, null, null);
    }

    /** What was sent cannot be read as an order. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;
        private final transient List<Breach> breaches;

        private Refused(Problem problem, List<Breach> breaches) {
            super(problem.name());
            this.problem = problem;
            this.breaches = breaches;
        }

        Refused(Breach... breaches) {
            this(Problem.INVALID, List.of(breaches));
        }

        Problem problem() {
            return problem;
        }

        List<Breach> breaches() {
            return breaches;
        }
    }

    Asked asked(
            String id, Actor actor, HttpServletRequest request, byte @Nullable [] body, Function<Given, Wish> reader) {
        var sent = body == null ? new byte[0] : body;
        return new Asked(id, actor, () -> command(actor, request, sent), () -> reader.apply(given(sent)));
    }

    private static Cause.Command command(Actor actor, HttpServletRequest request, byte[] body) {
        var key = IdempotencyKey.of(request).orElseThrow(() -> new Refused(IdempotencyKey.MISSING));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((request.getMethod() + ' ' + request.getRequestURI() + '\n').getBytes(UTF_8));
            return new Cause.Command(actor.id() + '|' + key, HexFormat.of().formatHex(sha.digest(body)), "");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private Given given(byte[] body) {
        if (body.length == 0) {
            return Given.NOTHING;
        }
        try {
            return json.readValue(body, Given.class);
        } catch (UnrecognizedPropertyException e) {
            throw new Refused(noSuch(e.getPropertyName()));
        } catch (JacksonException e) {
            throw new Refused(Problem.MALFORMED, List.of());
        }
    }

    static Wish again(Given given) {
        require(no("event", given.event()), no("payload", given.payload()), no("reason", given.reason()));
        return Wish.AGAIN;
    }

    static Wish repair(Given given) {
        require(event(given), payload(given), reason(given));
        return new Wish(given(given.event()), given(given.payload()), given(given.reason()));
    }

    static Wish skip(Given given) {
        require(event(given), no("payload", given.payload()), reason(given));
        return new Wish(given(given.event()), "", given(given.reason()));
    }

    private static List<Breach> event(Given given) {
        var event = given(given.event());
        var fits = !event.isBlank() && event.length() <= LONGEST_EVENT;
        return fits ? List.of() : List.of(new Breach("event", null, "expected.reason", List.of(LONGEST_EVENT)));
    }

    private static List<Breach> payload(Given given) {
        return given(given.payload()).isBlank()
                ? List.of(new Breach("payload", null, "expected.payload-text"))
                : List.of();
    }

    private static List<Breach> reason(Given given) {
        return Wish.isReason(given(given.reason()))
                ? List.of()
                : List.of(new Breach("reason", null, "expected.reason", List.of(Wish.LONGEST_REASON)));
    }

    private static List<Breach> no(String field, @Nullable String value) {
        return value == null ? List.of() : List.of(noSuch(field));
    }

    private static Breach noSuch(String field) {
        return new Breach(field, null, "expected.no-such-field");
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    @SafeVarargs
    private static void require(List<Breach>... found) {
        var all = new ArrayList<Breach>();
        for (var some : found) {
            all.addAll(some);
        }
        if (!all.isEmpty()) {
            throw new Refused(Problem.INVALID, all);
        }
    }
}
