package cn.qianfa.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Plain pages: a template's {@code {name}} is a value, {@code {#key}} words in the reader's language; both escaped. */
@Component
public class Page {
    private static final Pattern PLACE = Pattern.compile("\\{(#?)([a-z.-]+)}");

    private final Problems words;

    Page(Problems words) {
        this.words = words;
    }

    public ResponseEntity<String> answer(
            HttpServletRequest request, int status, String template, Map<String, String> values) {
        var text = PLACE.matcher(read(template))
                .replaceAll(place -> Matcher.quoteReplacement(HtmlUtils.htmlEscape(filled(place, values, request))));
        var answer = ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_HTML, UTF_8));
        if (status == Problem.UNAVAILABLE.status()) {
            answer.header(HttpHeaders.RETRY_AFTER, Problems.RETRY_SECONDS);
        }
        return answer.body(text);
    }

    public String words(HttpServletRequest request, String key) {
        return words.words(request, key);
    }

    private String filled(MatchResult place, Map<String, String> values, HttpServletRequest request) {
        return place.group(1).isEmpty()
                ? Optional.ofNullable(values.get(place.group(2))).orElseThrow()
                : words.words(request, place.group(2));
    }

    private static String read(String template) {
        try {
            return new ClassPathResource("pages/" + template + ".html").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
