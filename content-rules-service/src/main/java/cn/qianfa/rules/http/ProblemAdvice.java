package cn.qianfa.rules.http;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Whatever is thrown is answered here, as a problem that tells nothing of how we are built. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(BadRequest why, HttpServletRequest request) {
        return problems.of(request, why.problem(), why.breaches());
    }

    @ExceptionHandler
    ResponseEntity<Object> storeAway(MongoException why, HttpServletRequest request) {
        LOG.atWarn().log("The store does not answer: {}", why.toString());
        return problems.of(request, Problem.UNAVAILABLE);
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(RuntimeException why, HttpServletRequest request) {
        LOG.atError().setCause(why).log("A request failed");
        return problems.of(request, Problem.FAILURE);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception why, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = problems.of(((ServletWebRequest) request).getRequest(), Problem.ofStatus(status.value()));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(allow -> allow.addAll(HttpHeaders.ALLOW, headers.getValuesAsList(HttpHeaders.ALLOW)))
                .body(answer.getBody());
    }
}
