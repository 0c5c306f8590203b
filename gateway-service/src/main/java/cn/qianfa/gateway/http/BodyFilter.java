package cn.qianfa.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * After the check of who acts, and before anything reads the body: bounds its length and its kind. A body is taken whole
 * before it is passed on, so that a slow sender does not keep a service waiting; only media pass through as they come.
 */
@Component
@Order(BodyFilter.AFTER_SECURITY)
class BodyFilter extends OncePerRequestFilter {
    static final int AFTER_SECURITY = -50;
    private static final String API = "/api/";
    private static final String MEDIA = "/api/v1/media";

    private final Problems problems;
    private final BodyLimits limits;

    BodyFilter(Problems problems, BodyLimits limits) {
        this.problems = problems;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var media = request.getRequestURI().equals(MEDIA);
        var limit = media ? limits.media() : limits.body();
        if (request.getContentLengthLong() > limit) {
            problems.write(request, response, Problem.TOO_LARGE);
            return;
        }
        if (media) {
            chain.doFilter(LimitedBody.passing(request, limit), response);
            return;
        }
        var body = request.getInputStream().readNBytes(limits.body() + 1);
        if (body.length > limits.body()) {
            problems.write(request, response, Problem.TOO_LARGE);
        } else if (body.length > 0 && !isKindTaken(request)) {
            problems.write(request, response, Problem.UNSUPPORTED_MEDIA);
        } else {
            chain.doFilter(LimitedBody.whole(request, body), response);
        }
    }

    /** The API takes JSON alone: no form of another site can send that. */
    private static boolean isKindTaken(HttpServletRequest request) {
        var kind = kind(request.getContentType());
        return request.getRequestURI().startsWith(API)
                ? MediaType.APPLICATION_JSON.equalsTypeAndSubtype(kind)
                : MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(kind);
    }

    private static @Nullable MediaType kind(@Nullable String header) {
        try {
            return header == null ? null : MediaType.parseMediaType(header.toLowerCase(Locale.ROOT));
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
