package cn.qianfa.gateway.route.http;

import cn.qianfa.gateway.route.Places.Place;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a request's place back when its answer has been passed on whole: until then it holds a connection. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PlaceFilter extends OncePerRequestFilter {
    private static final String ATTRIBUTE = Place.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.getAttribute(ATTRIBUTE) instanceof Place place) {
                place.close();
            }
        }
    }

    static void hold(HttpServletRequest request, Place place) {
        request.setAttribute(ATTRIBUTE, place);
    }
}
