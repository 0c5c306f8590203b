package cn.qianfa.gateway.session.http;

import cn.qianfa.gateway.session.CookieSecurity;
import cn.qianfa.gateway.session.SessionToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The browser's cookies: the session's, which no script can read, and beside it the one a page reads to send its value
 * along as {@code X-XSRF-TOKEN}. Behind TLS their names bind them to this host ({@code __Host-}).
 */
@Component
class SessionCookies {
    static final String CSRF = "XSRF-TOKEN";
    private static final String SESSION = "QIANFA_SESSION";

    private final boolean secure;

    SessionCookies(CookieSecurity security) {
        this.secure = security.secure();
    }

    /** Empty where there is none, more than one, or one that cannot be ours. */
    Optional<SessionToken> read(HttpServletRequest request) {
        return one(request, sessionName()).flatMap(SessionToken::read);
    }

    static Optional<String> one(HttpServletRequest request, String name) {
        var values = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** They last as long as the browser is open, the session itself no longer than the gateway says. */
    void give(HttpServletResponse response, SessionToken token) {
        add(response, cookie(sessionName(), token.value()).httpOnly(true).build());
        add(response, cookie(CSRF, token.csrf()).build());
    }

    void take(HttpServletResponse response) {
        for (var name : List.of(sessionName(), CSRF)) {
            add(response, cookie(name, "").httpOnly(true).maxAge(Duration.ZERO).build());
        }
    }

    ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value).path("/").sameSite("Strict").secure(secure);
    }

    static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String sessionName() {
        return secure ? "__Host-" + SESSION : SESSION;
    }
}
