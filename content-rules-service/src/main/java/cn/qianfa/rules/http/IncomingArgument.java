package cn.qianfa.rules.http;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller take an {@link Incoming}; a body of another kind, or a longer one, is refused before it is read. */
final class IncomingArgument implements HandlerMethodArgumentResolver {
    static final int LARGEST_BODY = 256 * 1024;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Incoming.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request = requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return new Incoming(
                request.getMethod(), request.getRequestURI(), body(request), request.getHeader(Incoming.KEY));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new BadRequest(Problem.TOO_LARGE);
        }
        if (body.length > 0 && !isJson(request.getContentType())) {
            throw new BadRequest(Problem.UNSUPPORTED_MEDIA);
        }
        return body;
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
