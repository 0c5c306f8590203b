package cn.qianfa.monitoring.alert.smtp;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.alert.Bell.Call;
import cn.qianfa.monitoring.alert.Bell.Said;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes mails: where to look, why, how soon, until when. Never the comment's words, nothing of who wrote them. */
final class MailText {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int LISTED = 100;

    private final Words words;
    private final DateTimeFormatter time;
    private final String console;

    /** @param console where officers sign in; {@code {alert}} in it becomes the alert's id */
    MailText(Words words, String console) {
        this.words = words;
        this.console = console;
        time = DateTimeFormatter.ofPattern(words.text("time")).withZone(BEIJING);
    }

    String subject(Call call) {
        var first = call.said().getFirst();
        return Words.line(
                call.said().size() == 1
                        ? words.text(
                                "subject",
                                urgency(first),
                                first.unit(),
                                first.notice().id().round())
                        : words.text(
                                "digest.subject",
                                urgency(gravest(call)),
                                units(call),
                                call.said().size()));
    }

    String body(Call call) {
        var lines = call.said().size() == 1 ? alert(call.said().getFirst()) : digest(call);
        lines.add("");
        lines.add(words.text("no-words"));
        lines.add(words.text("automatic"));
        return String.join("\r\n", lines) + "\r\n";
    }

    private List<String> alert(Said said) {
        var notice = said.notice();
        var lines = new ArrayList<String>();
        lines.add(words.text("what", said.unit()));
        lines.add("");
        lines.add(words.text("unit", said.unit()));
        lines.add(words.text("urgency", urgency(said)));
        lines.add(words.text("why", why(said)));
        lines.add(words.text("when", time(notice.matter().openedAt())));
        lines.add(words.text("round", notice.id().round(), time(notice.raisedAt())));
        lines.add(notice.due().map(due -> words.text("until", time(due))).orElseGet(() -> words.text("until.open")));
        lines.add(words.text("id", notice.id().value()));
        lines.add(words.text("where", link(said)));
        return lines;
    }

    private List<String> digest(Call call) {
        var lines = new ArrayList<String>();
        lines.add(words.text("digest.what", call.said().size()));
        lines.add(words.text("digest.counts", counts(call)));
        lines.add("");
        call.said().stream().limit(LISTED).forEach(said -> lines.addAll(entry(said)));
        if (call.said().size() > LISTED) {
            lines.add(words.text("digest.more", call.said().size() - LISTED));
        }
        lines.add("");
        lines.add(words.text("where", console.replace("{alert}", "")));
        return lines;
    }

    private List<String> entry(Said said) {
        var notice = said.notice();
        var entry = words.text(
                "digest.entry",
                urgency(said),
                said.unit(),
                why(said),
                time(notice.raisedAt()),
                notice.id().round());
        return List.of(entry, words.text("digest.link", notice.id().value(), link(said)));
    }

    private String counts(Call call) {
        return List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.ROUTINE).stream()
                .map(urgency -> words.text("digest.count", urgency(urgency), of(urgency, call)))
                .collect(Collectors.joining(words.text("and")));
    }

    private static long of(Urgency urgency, Call call) {
        return call.said().stream()
                .filter(said -> said.notice().matter().urgency() == urgency)
                .count();
    }

    private String units(Call call) {
        var names = call.said().stream().map(Said::unit).distinct().toList();
        return names.size() == 1 ? names.getFirst() : words.text("digest.units", names.getFirst(), names.size());
    }

    private static Said gravest(Call call) {
        return call.said().stream()
                .max(Comparator.comparing(said -> said.notice().matter().urgency()))
                .orElseThrow();
    }

    private String urgency(Said said) {
        return urgency(said.notice().matter().urgency());
    }

    private String urgency(Urgency urgency) {
        return words.word("urgency", urgency.name());
    }

    private String why(Said said) {
        return said.notice().matter().reasons().stream()
                .map(this::why)
                .distinct()
                .collect(Collectors.joining(words.text("and")));
    }

    /** The name of a rule may be anything its owner chose, so long as it is a name. */
    private String why(CommentFlagged.Reason reason) {
        return reason.kind().equals("rules") && reason.reason().matches("[A-Za-z0-9.-]{1,60}")
                ? words.text("rule", reason.reason())
                : words.word("reason", reason.reason());
    }

    private String time(Instant at) {
        return time.format(at);
    }

    private String link(Said said) {
        return console.replace("{alert}", said.notice().id().value().replaceAll("[^A-Za-z0-9.-]", "_"));
    }
}
