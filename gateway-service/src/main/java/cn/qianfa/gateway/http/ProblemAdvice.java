package cn.qianfa.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What Spring itself refuses becomes a problem like any other, and tells nothing of how we are built. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException why, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (why.getCause() instanceof UnrecognizedPropertyException unknown) {
            var breach = new Breach(unknown.getPropertyName(), null, "expected.no-such-field");
            return problems.answer(servlet(request), Problem.INVALID, List.of(breach));
        }
        return problems.answer(servlet(request), Problem.MALFORMED);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception why, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = problems.answer(servlet(request), Problem.of(status.value()));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(allow -> allow.addAll(HttpHeaders.ALLOW, headers.getValuesAsList(HttpHeaders.ALLOW)))
                .body(answer.getBody());
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
