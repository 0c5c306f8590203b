package cn.qianfa.monitoring.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Composes problems (RFC 9457) in the reader's language: Chinese, or English where that is asked for first. */
@Component
public final class Problems {
    private static final String RETRY_AFTER_SECONDS = "2";

    private final MessageSource words;

    Problems(MessageSource words) {
        this.words = words;
    }

    public ResponseEntity<Object> of(HttpServletRequest request, Problem problem) {
        return of(request, problem, problem.code(), "", List.of());
    }

    public ResponseEntity<Object> of(HttpServletRequest request, Problem problem, List<Breach> breaches) {
        return of(request, problem, problem.code(), "", breaches);
    }

    /** @param article of the regulation, such as {@code A13} */
    public ResponseEntity<Object> of(HttpServletRequest request, Problem problem, String article) {
        return of(request, problem, problem.code(), article, List.of());
    }

    private ResponseEntity<Object> of(
            HttpServletRequest request, Problem problem, String key, String article, List<Breach> breaches) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem == Problem.UNAVAILABLE || problem == Problem.BACKLOG) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        var language = ReaderLanguage.of(request);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:problem:" + problem.code());
        body.put("title", words.getMessage(problem.code() + ".title", null, language));
        body.put("status", problem.status());
        body.put("detail", words.getMessage(key + ".detail", null, language));
        if (!article.isEmpty()) {
            body.put("article", article);
        }
        body.put("traceId", Trace.of(request).id());
        if (!breaches.isEmpty()) {
            body.put(
                    "errors", breaches.stream().map(one -> error(one, language)).toList());
        }
        return answer.body(body);
    }

    private Map<String, Object> error(Breach breach, Locale language) {
        var error = new LinkedHashMap<String, Object>();
        error.put("field", breach.field());
        var value = breach.value();
        if (value != null) {
            error.put("value", value);
        }
        error.put(
                "expected", words.getMessage(breach.expected(), breach.details().toArray(), language));
        return error;
    }
}
