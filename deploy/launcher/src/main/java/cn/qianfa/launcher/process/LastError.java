package cn.qianfa.launcher.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds, in the last lines of a log, the sentence that says why. */
public final class LastError {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 300;
    private static final Pattern PLAIN =
            Pattern.compile("^(broker|store): .+|.*\\bERROR\\b.*|.*\\b\\w*(Exception|Error): .+");
    private static final Pattern REPORT = Pattern.compile("Description:\\s+(.+)");

    private LastError() {}

    /** Lines are ECS JSON, as the services log, or plain text, as the broker, the store and the virtual machine do. */
    public static Optional<String> in(List<String> lines) {
        return lines.reversed().stream()
                .flatMap(line -> error(line).stream())
                .findFirst()
                .map(LastError::shortened);
    }

    private static Optional<String> error(String line) {
        if (!line.startsWith("{")) {
            return PLAIN.matcher(line).matches() ? Optional.of(line.strip()) : Optional.empty();
        }
        try {
            var entry = JSON.readTree(line);
            return level(entry).equals("ERROR") ? Optional.of(said(entry)) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty(); // the log was cut within a line
        }
    }

    private static String level(JsonNode entry) {
        return entry.path("log").path("level").asString(entry.path("log.level").asString(""));
    }

    private static String said(JsonNode entry) {
        var message = entry.path("message").asString("");
        var report = REPORT.matcher(message);
        if (report.find()) {
            return report.group(1).strip();
        }
        var error = entry.path("error").path("message").asString("");
        return error.isEmpty() ? message.strip() : message.strip() + ": " + error.strip();
    }

    private static String shortened(String sentence) {
        var line = sentence.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
