package cn.qianfa.rules.http;

import cn.qianfa.contracts.delivery.Traceparent;
import jakarta.servlet.http.HttpServletRequest;

/** The trace of one request, begun here where none was brought; an error is answered by another dispatch of it. */
final class Trace {
    private static final String ATTRIBUTE = Trace.class.getName();

    private Trace() {}

    /** The same however often it is asked for. */
    static Traceparent of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Traceparent known) {
            return known;
        }
        var trace = Traceparent.of(request.getHeader(Traceparent.HEADER));
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }
}
