package cn.qianfa.contracts.delivery.inbox;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What went wrong, without what people wrote: libraries like to quote what they stumbled over. */
final class WithoutWords {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|\\((?:String|Object)\\)\\S*");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9A-Za-z-])\\d{7,}(?![0-9A-Za-z-])");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final String MASK = "▒";
    private static final int LONGEST = 300;

    private WithoutWords() {}

    /** Where JSON is not what it should be; what stands there is not told. */
    static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null ? "somewhere" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /** Which field is not what it should be, such as {@code .findings[0].rule}; empty where it is none in particular. */
    static String field(JacksonException e) {
        return e.getPath().stream().map(WithoutWords::step).collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? "[%d]".formatted(step.getIndex()) : '.' + step.getPropertyName();
    }

    /** A message of which only words of programmers are left. */
    static String masked(@Nullable String message) {
        var quoted = QUOTED.matcher(message == null ? "" : message).replaceAll(MASK);
        var numbers = LONG_NUMBER.matcher(quoted).replaceAll(MASK);
        var masked =
                CONTROL.matcher(BEYOND_ASCII.matcher(numbers).replaceAll(MASK)).replaceAll(" ");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) : masked;
    }

    /** What was thrown, and where. */
    static String told(Throwable thrown) {
        var place = thrown.getStackTrace().length == 0 ? "" : " at " + thrown.getStackTrace()[0];
        return thrown.getClass().getSimpleName() + ": " + said(thrown) + place;
    }

    private static String said(Throwable thrown) {
        return thrown instanceof JacksonException json ? place(json) + field(json) : masked(thrown.getMessage());
    }

    /** The same for a log, with where it was thrown and what caused it. */
    static Throwable of(Throwable thrown) {
        var cause = thrown.getCause();
        var masked = new Masked(
                thrown.getClass().getName() + ": " + said(thrown), cause == null || cause == thrown ? null : of(cause));
        masked.setStackTrace(thrown.getStackTrace());
        return masked;
    }

    /** Stands for another. */
    private static final class Masked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Masked(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage()); // begins with the name of the other
        }
    }
}
