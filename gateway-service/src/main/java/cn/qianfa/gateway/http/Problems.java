package cn.qianfa.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Composes problems (RFC 9457) in the reader's language: Chinese, or English where that is asked for first. */
@Component
public class Problems {
    /** In so many seconds whoever was told that a part is away may ask again. */
    static final String RETRY_SECONDS = "2";

    private final MessageSource words;
    private final JsonMapper json;

    Problems(MessageSource words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    /** As the answer of a controller. */
    public ResponseEntity<Object> answer(HttpServletRequest request, Problem problem, List<Breach> breaches) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem == Problem.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(body(request, problem, breaches));
    }

    public ResponseEntity<Object> answer(HttpServletRequest request, Problem problem) {
        return answer(request, problem, List.of());
    }

    /** For what may be tried again. */
    public ResponseEntity<Object> later(HttpServletRequest request, Problem problem, Duration after) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, seconds(after))
                .body(body(request, problem, List.of()));
    }

    /** As the answer of a filter. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        var body = json.writeValueAsBytes(body(request, problem, List.of()));
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        if (problem == Problem.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.getOutputStream().write(body);
    }

    public String words(HttpServletRequest request, String key, Object... arguments) {
        return words.getMessage(key, arguments, language(request));
    }

    private Map<String, Object> body(HttpServletRequest request, Problem problem, List<Breach> breaches) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:problem:" + problem.code());
        body.put("title", words(request, problem.words() + ".title"));
        body.put("status", problem.status());
        body.put("detail", words(request, problem.words() + ".detail"));
        body.put("traceId", Trace.of(request).traceId());
        if (!breaches.isEmpty()) {
            body.put("errors", breaches.stream().map(one -> error(request, one)).toList());
        }
        return body;
    }

    private Map<String, Object> error(HttpServletRequest request, Breach breach) {
        var error = new LinkedHashMap<String, Object>();
        error.put("field", breach.field());
        if (breach.value() != null) {
            error.put("value", breach.value());
        }
        error.put("expected", words(request, breach.expected(), breach.details().toArray()));
        return error;
    }

    /** {@link Locale#CHINA} or {@link Locale#ENGLISH}, as the reader asks. */
    public static Locale language(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.CHINA;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .map(_ -> Locale.ENGLISH)
                .orElse(Locale.CHINA);
    }

    private static String seconds(Duration after) {
        return Long.toString(Math.max(1, after.plusMillis(999).toSeconds()));
    }
}
