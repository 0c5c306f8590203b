package cn.qianfa.contracts.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** The one answer to whoever is not known: the same bytes whatever was wrong, so that it tells nothing. */
final class NotSignedIn implements AuthenticationEntryPoint {
    private static final byte[] PROBLEM = """
            {"type":"urn:problem:not-signed-in","title":"未登录 / Not signed in","status":401}""".getBytes(UTF_8);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        response.setContentLength(PROBLEM.length);
        response.getOutputStream().write(PROBLEM);
    }
}
