package cn.qianfa.receiver;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Where the officer on duty looks: a line for each new alert; what was refused goes to standard error. */
record Board(Messages messages, PrintStream out, PrintStream err) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    void opened(String address) {
        say("opened", address);
    }

    void show(Alert alert) {
        var reasons = alert.reasons().stream()
                .map(code -> messages.word("reason", code))
                .distinct()
                .collect(Collectors.joining(messages.text("and")));
        say(
                "alert",
                TIME.format(alert.raisedAt()),
                messages.word("urgency", alert.urgency()),
                alert.unit(),
                alert.account(),
                alert.post(),
                alert.comment(),
                reasons,
                alert.staff().orElseGet(() -> messages.text("nobody")),
                alert.round(),
                alert.id());
    }

    /** It came before; whoever sent it had not heard that it arrived. */
    void duplicate(String id, Instant now) {
        say("duplicate", TIME.format(now), id);
    }

    /** Genuine, and not an alert this program knows. */
    void other(String id, Instant now) {
        say("other", TIME.format(now), id);
    }

    void refused(String why, Instant now) {
        err.println(messages.text(why, TIME.format(now)));
        err.flush();
    }

    private synchronized void say(String key, Object... arguments) {
        out.println(messages.text(key, arguments));
        out.flush();
    }
}
