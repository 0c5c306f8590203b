package cn.qianfa.approval.http;

import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.KeyReused;
import cn.qianfa.approval.decision.Outcome.Refused;
import cn.qianfa.approval.decision.Outcome.Stale;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Outcome.VersionRequired;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What came of a command, as HTTP. A done command's answer is made of its receipt alone, so that the same command answers
 * the same again.
 */
@Component
public final class Answers {
    private final Problems problems;

    Answers(Problems problems) {
        this.problems = problems;
    }

    /** @param at where what was changed is found, from its id */
    public ResponseEntity<Object> of(
            HttpServletRequest request, Outcome outcome, HttpStatus status, Function<String, String> at) {
        return switch (outcome) {
            case Done done -> done(done, status, at.apply(done.id()));
            case Refused(var why) -> problems.of(request, why);
            case Unknown _ -> problems.of(request, Problem.NOT_FOUND);
            case Stale _ -> problems.of(request, Problem.STALE_VERSION);
            case VersionRequired _ -> problems.of(request, Problem.VERSION_REQUIRED);
            case KeyReused _ -> problems.of(request, Problem.KEY_REUSED);
        };
    }

    private static ResponseEntity<Object> done(Done done, HttpStatus status, String at) {
        return ResponseEntity.status(status)
                .location(URI.create(at))
                .eTag(tag(done.version()))
                .body(body(done));
    }

    private static Map<String, Object> body(Done done) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", done.id());
        body.put("version", done.version());
        if (!done.answer().isEmpty()) {
            body.put("state", done.answer());
        }
        return body;
    }

    /** One thing, as it is now; a cache keeps its languages apart. */
    public ResponseEntity<Object> one(long version, Object body) {
        return ResponseEntity.ok()
                .eTag(tag(version))
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(body);
    }

    public ResponseEntity<Object> notFound(HttpServletRequest request) {
        return problems.of(request, Problem.NOT_FOUND);
    }

    public ResponseEntity<Object> notPermitted(HttpServletRequest request) {
        return problems.of(request, Problem.NOT_PERMITTED);
    }

    private static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
