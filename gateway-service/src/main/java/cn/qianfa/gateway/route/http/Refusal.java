package cn.qianfa.gateway.route.http;

import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.function.ServerResponse;

/** A problem as the answer of a route. */
final class Refusal {
    private Refusal() {}

    static ServerResponse of(ResponseEntity<Object> problem) {
        var body = problem.getBody();
        if (body == null) {
            throw new IllegalStateException("a problem has a body");
        }
        return ServerResponse.status(problem.getStatusCode())
                .headers(headers -> headers.addAll(problem.getHeaders()))
                .body(body);
    }
}
