package cn.qianfa.gateway.session.http;

import cn.qianfa.gateway.http.Breach;
import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import cn.qianfa.gateway.session.SessionToken;
import cn.qianfa.gateway.session.Sessions;
import cn.qianfa.gateway.session.SignIn;
import cn.qianfa.gateway.session.SignIn.Outcome.Done;
import cn.qianfa.gateway.session.SignIn.Outcome.NotKnownYet;
import cn.qianfa.gateway.session.SignIn.Outcome.Refused;
import cn.qianfa.gateway.session.SignIn.Outcome.Wait;
import cn.qianfa.gateway.session.SignedIn;
import cn.qianfa.gateway.session.WhoIsSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class SessionController {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final SignIn signIn;
    private final WhoIsSignedIn who;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Problems problems;

    SessionController(SignIn signIn, WhoIsSignedIn who, Sessions sessions, SessionCookies cookies, Problems problems) {
        this.signIn = signIn;
        this.who = who;
        this.sessions = sessions;
        this.cookies = cookies;
        this.problems = problems;
    }

    /** What is sent to sign in. */
    record Given(@Nullable String name, @Nullable String password) {}

    /** The session as its page sees it. */
    record Told(String id, String name, String unit, List<String> roles, String csrf, Instant endsAt) {
        static Told of(SignedIn who) {
            var by = who.actor().by();
            return new Told(by.staff(), who.name(), by.unit(), by.roles(), who.csrf(), who.endsAt());
        }
    }

    /** The person as everyone may know them. */
    record Me(String id, String name, String unit, List<String> roles) {}

    @PostMapping("/session")
    ResponseEntity<?> signIn(@RequestBody Given given, HttpServletRequest request, HttpServletResponse response) {
        if (given.name() == null || given.password() == null) {
            var missing = new Breach(given.name() == null ? "name" : "password", null, "expected.text");
            return problems.answer(request, Problem.INVALID, List.of(missing));
        }
        return switch (signIn.signIn(given.name().strip(), given.password())) {
            case Done(var token) -> begin(token, request, response);
            case Refused _ -> problems.answer(request, Problem.WRONG_NAME_OR_PASSWORD);
            case Wait(var left) -> problems.later(request, Problem.TOO_MANY_REQUESTS, left);
            case NotKnownYet _ -> problems.later(request, Problem.UNAVAILABLE, SOON);
        };
    }

    private ResponseEntity<?> begin(SessionToken token, HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request).ifPresent(before -> sessions.end(before.id()));
        cookies.give(response, token);
        return who.find(token)
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(Told.of(known)))
                .orElseGet(() -> problems.answer(request, Problem.WRONG_NAME_OR_PASSWORD)); // left this very moment
    }

    @GetMapping("/session")
    Told session(@AuthenticationPrincipal SignedIn who) {
        return Told.of(who);
    }

    @DeleteMapping("/session")
    ResponseEntity<Void> signOut(@AuthenticationPrincipal SignedIn who, HttpServletResponse response) {
        sessions.end(who.session());
        cookies.take(response);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/me")
    Me me(@AuthenticationPrincipal SignedIn who) {
        var by = who.actor().by();
        return new Me(by.staff(), who.name(), by.unit(), by.roles());
    }
}
