package cn.qianfa.monitoring.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers several controllers give alike. */
@Component
public final class Answers {
    private final Problems problems;

    Answers(Problems problems) {
        this.problems = problems;
    }

    /** One thing, as it is now. */
    public ResponseEntity<Object> one(long version, Object body) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    public ResponseEntity<Object> notFound(HttpServletRequest request) {
        return problems.of(request, Problem.NOT_FOUND);
    }

    public ResponseEntity<Object> notPermitted(HttpServletRequest request) {
        return problems.of(request, Problem.NOT_PERMITTED, "A13");
    }

    public ResponseEntity<Object> refused(HttpServletRequest request, Problem problem) {
        return problems.of(request, problem);
    }

    public static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
