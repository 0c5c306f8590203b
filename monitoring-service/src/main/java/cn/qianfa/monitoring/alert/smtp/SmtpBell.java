package cn.qianfa.monitoring.alert.smtp;

import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.alert.Way;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Rings by mail. What the server says of the receiver or of the mail itself for ever (5xx) is a refusal; whatever it says of
 * us, whatever it says for now, and its silence, is put off.
 */
final class SmtpBell implements Bell, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpBell.class);
    private static final int ANSWERS = 3;
    private static final int FOR_EVER = 500;

    private final SmtpSettings settings;
    private final MailText text;
    private final InstantSource clock;
    private final Session session;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean away = new AtomicBoolean();

    SmtpBell(SmtpSettings settings, MailText text, InstantSource clock) {
        this(settings, text, null, clock);
    }

    /** @param trust whose certificates are believed; null for those this Java believes */
    SmtpBell(SmtpSettings settings, MailText text, @Nullable SSLSocketFactory trust, InstantSource clock) {
        this.settings = settings;
        this.text = text;
        this.clock = clock;
        session = Session.getInstance(properties(settings, trust));
    }

    private static Properties properties(SmtpSettings settings, @Nullable SSLSocketFactory trust) {
        var wait = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.connectiontimeout", wait);
        properties.put("mail.smtp.timeout", wait);
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.localhost", settings.domain()); // else the name of this machine is looked up first
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.protection()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        if (trust != null) {
            properties.put("mail.smtp.ssl.socketFactory", trust);
        }
        return properties;
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public Duration longest() {
        return settings.timeout().multipliedBy(ANSWERS);
    }

    /** A server that keeps saying a little is not slow to any read; so the whole call has an end too. */
    @Override
    public Rung ring(Call call) {
        var sending = calls.submit(() -> send(call));
        try {
            return said(call, sending.get(longest().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return said(
                    call,
                    new Rung.Deferred("no end within %d s".formatted(longest().toSeconds())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return said(call, new Rung.Deferred("this service stops"));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a mail could not be written", e.getCause());
        } finally {
            sending.cancel(true); // closes the connection of one that is still under way
        }
    }

    private Rung send(Call call) throws MessagingException {
        try {
            var mail = new AlertMail(session, call, settings, text, clock.instant());
            return send(mail);
        } catch (AddressException e) {
            return new Rung.Refused("what is on file is no address");
        }
    }

    private Rung send(AlertMail mail) throws MessagingException {
        var transport = (SMTPTransport) session.getTransport();
        try {
            connect(transport);
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Rung.Taken(Reply.of(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            var why = Reply.of(String.valueOf(why(e)));
            return isForEver(e) ? new Rung.Refused(why) : new Rung.Deferred(why);
        } finally {
            hangUp(transport);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (settings.user().isEmpty()) {
            transport.connect(settings.host(), settings.portInUse(), null, null);
            return;
        }
        transport.connect(settings.host(), settings.portInUse(), settings.user(), settings.password());
    }

    /** The mail is taken or not by now, whatever becomes of the goodbye. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.atDebug().log("No goodbye: {}", e.toString());
        }
    }

    private static @Nullable String why(MessagingException e) {
        var next = e.getNextException();
        return address(e)
                .map(Throwable::getMessage)
                .orElseGet(() -> next == null || next instanceof MessagingException ? e.getMessage() : next.toString());
    }

    private static boolean isForEver(MessagingException e) {
        return address(e)
                .map(refused -> refused.getReturnCode() >= FOR_EVER)
                .orElseGet(() -> e instanceof SMTPSendFailedException failed
                        && failed.getReturnCode() >= FOR_EVER
                        && !failed.getCommand().startsWith("MAIL")); // our own address is ours to put right
    }

    private static Optional<SMTPAddressFailedException> address(MessagingException e) {
        for (Exception one = e; one instanceof MessagingException next; one = next.getNextException()) {
            if (next instanceof SMTPAddressFailedException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    private Rung said(Call call, Rung rung) {
        switch (rung) {
            case Rung.Taken _ -> {
                if (away.compareAndSet(true, false)) {
                    LOG.atInfo().log("The mail server takes alerts again");
                }
            }
            case Rung.Deferred(var why) -> {
                // said once: a server that is away for a night is no reason to fill the log
                var level = away.compareAndSet(false, true) ? Level.WARN : Level.DEBUG;
                LOG.atLevel(level).addKeyValue("alert", call.id()).log("Not mailed, it is tried again: {}", why);
            }
            case Rung.Refused(var why) ->
                LOG.atWarn()
                        .addKeyValue("alert", call.id())
                        .addKeyValue(
                                "staff", call.said().getFirst().notice().staff().orElse(""))
                        .log("The mail server refuses the receiver: {}", why);
        }
        return rung;
    }

    @Override
    public void close() {
        calls.close();
    }
}
