package cn.qianfa.gateway.session.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import cn.qianfa.gateway.http.Toll;
import cn.qianfa.gateway.session.SignedIn;
import cn.qianfa.gateway.session.WhoIsSignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who acts, by the session's cookie; and lets nobody write with a session unless the page proves that it is ours
 * (the value of the cookie {@code XSRF-TOKEN} in the header {@code X-XSRF-TOKEN}). That value is made of the session's
 * own token, so a cookie planted by someone else is of no use. In between everybody pays the toll.
 */
final class SessionFilter extends OncePerRequestFilter {
    static final String CSRF_HEADER = "X-XSRF-TOKEN";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final SessionCookies cookies;
    private final WhoIsSignedIn who;
    private final Toll toll;
    private final Problems problems;
    private final SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    SessionFilter(SessionCookies cookies, WhoIsSignedIn who, Toll toll, Problems problems) {
        this.cookies = cookies;
        this.who = who;
        this.toll = toll;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = cookies.read(request).flatMap(who::find);
        var taken =
                toll.take(request, response, signedIn.map(known -> known.actor().id()));
        if (taken.isEmpty()) {
            return;
        }
        if (signedIn.isPresent() && !mayWrite(request, signedIn.get())) {
            problems.write(request, response, Problem.CSRF);
            return;
        }
        signedIn.ifPresent(known -> remember(known, request, response));
        chain.doFilter(taken.get(), response);
    }

    private static boolean mayWrite(HttpServletRequest request, SignedIn who) {
        return READS.contains(request.getMethod())
                || OpenPaths.checkItself(request)
                || isSame(who.csrf(), request.getHeader(CSRF_HEADER));
    }

    static boolean isSame(String expected, @Nullable String given) {
        return given != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private void remember(SignedIn known, HttpServletRequest request, HttpServletResponse response) {
        var context = new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(known, "", List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response); // for the dispatches that follow this one
    }
}
