package cn.qianfa.gateway.session.http;

import cn.qianfa.gateway.http.Form;
import cn.qianfa.gateway.http.Page;
import cn.qianfa.gateway.session.SessionToken;
import cn.qianfa.gateway.session.Sessions;
import cn.qianfa.gateway.session.SignIn;
import cn.qianfa.gateway.session.SignIn.Outcome.Done;
import cn.qianfa.gateway.session.SignIn.Outcome.NotKnownYet;
import cn.qianfa.gateway.session.SignIn.Outcome.Refused;
import cn.qianfa.gateway.session.SignIn.Outcome.Wait;
import cn.qianfa.gateway.session.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in and out by a plain page, for a browser without scripts. */
@Controller
class SignInPage {
    private static final String FORM_COOKIE = "QIANFA_FORM";
    private static final String FORM_FIELD = "_csrf";
    private static final URI HERE = URI.create("/sign-in");

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Page pages;

    SignInPage(SignIn signIn, Sessions sessions, SessionCookies cookies, Page pages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> page(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (who == null) {
            return form(200, "", "", request, response);
        }
        return pages.answer(request, 200, "signed-in", Map.of("name", who.name(), "csrf", who.csrf()));
    }

    @PostMapping(path = "/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = Form.of(request);
        var name = form.field("name").strip();
        if (!isOurForm(form, request)) {
            return form(403, "sign-in.stale", name, request, response);
        }
        return switch (signIn.signIn(name, form.field("password"))) {
            case Done(var token) -> begin(token, request, response);
            case Refused _ -> form(401, "wrong-name-or-password.detail", name, request, response);
            case Wait _ -> form(429, "too-many-requests.detail", name, request, response);
            case NotKnownYet _ -> form(503, "unavailable.detail", name, request, response);
        };
    }

    private ResponseEntity<?> begin(SessionToken token, HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request).ifPresent(before -> sessions.end(before.id()));
        cookies.give(response, token);
        return seeOther();
    }

    @PostMapping(path = "/sign-out", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> signOut(
            @AuthenticationPrincipal SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (SessionFilter.isSame(who.csrf(), Form.of(request).field(FORM_FIELD))) {
            sessions.end(who.session());
            cookies.take(response);
        }
        return seeOther();
    }

    private static ResponseEntity<?> seeOther() {
        return ResponseEntity.status(303).location(HERE).build();
    }

    /** The form's field is made of a cookie no other site can set or send. */
    private static boolean isOurForm(Form form, HttpServletRequest request) {
        return SessionCookies.one(request, FORM_COOKIE)
                .flatMap(SessionToken::read)
                .filter(token -> SessionFilter.isSame(token.csrf(), form.field(FORM_FIELD)))
                .isPresent();
    }

    private ResponseEntity<String> form(
            int status, String notice, String name, HttpServletRequest request, HttpServletResponse response) {
        var token = SessionCookies.one(request, FORM_COOKIE)
                .flatMap(SessionToken::read)
                .orElseGet(SessionToken::random);
        SessionCookies.add(
                response,
                cookies.cookie(FORM_COOKIE, token.value()).httpOnly(true).build());
        var words = Optional.of(notice).filter(key -> !key.isEmpty()).map(key -> pages.words(request, key));
        return pages.answer(
                request, status, "sign-in", Map.of("notice", words.orElse(""), "name", name, "csrf", token.csrf()));
    }
}
