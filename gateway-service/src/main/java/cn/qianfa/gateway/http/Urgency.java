package cn.qianfa.gateway.http;

import jakarta.servlet.http.HttpServletRequest;

/** Marks a request for which some connections to each service are kept. */
public final class Urgency {
    private static final String ATTRIBUTE = Urgency.class.getName();

    private Urgency() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    public static boolean of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
