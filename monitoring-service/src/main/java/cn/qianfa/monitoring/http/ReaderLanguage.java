package cn.qianfa.monitoring.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Which language the reader asks for: Chinese, or English where that is asked for first. */
public final class ReaderLanguage {
    private ReaderLanguage() {}

    /** @return {@link Locale#CHINA} or {@link Locale#ENGLISH} */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.CHINA;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .map(english -> Locale.ENGLISH)
                .orElse(Locale.CHINA);
    }
}
