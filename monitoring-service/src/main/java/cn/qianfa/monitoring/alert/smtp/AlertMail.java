package cn.qianfa.monitoring.alert.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.monitoring.alert.Bell.Call;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** One mail, whose id is its call's: sent again, it is known for the same. */
final class AlertMail extends MimeMessage {
    private final String id;

    /** @throws MessagingException where the address is none */
    AlertMail(Session session, Call call, SmtpSettings settings, MailText text, Instant now) throws MessagingException {
        super(session);
        id = "<%s@%s>".formatted(safe(call.id()), settings.domain());
        setFrom(new InternetAddress(settings.from(), true));
        setRecipient(Message.RecipientType.TO, new InternetAddress(String.valueOf(call.address()), true));
        setSubject(text.subject(call), UTF_8.name());
        setSentDate(Date.from(now));
        setHeader("Auto-Submitted", "auto-generated"); // no answer of a machine to a machine
        setText(text.body(call), UTF_8.name());
        saveChanges();
    }

    /** An id of a case may be anything; one that is no word is replaced by one that is. */
    private static String safe(String id) {
        return id.matches("[A-Za-z0-9.-]{1,120}")
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
