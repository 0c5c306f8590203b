package cn.qianfa.monitoring.alert.smtp;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mail server, and what mails say of this installation.
 *
 * @param host {@code QIANFA_MAIL_HOST}
 * @param port {@code QIANFA_MAIL_PORT}; 0 for the usual one
 * @param user {@code QIANFA_MAIL_USER}; empty to send without signing in
 * @param password {@code QIANFA_MAIL_PASSWORD}
 * @param tls {@code QIANFA_MAIL_TLS}; if it is not set, STARTTLS is demanded of every server but one on this machine
 * @param from {@code QIANFA_MAIL_FROM}, an address
 * @param timeout {@code QIANFA_MAIL_TIMEOUT}, for each answer of the server
 * @param language {@code QIANFA_LANG}
 * @param console {@code QIANFA_CONSOLE_URL}: where officers sign in; {@code {alert}} in it becomes the alert's id
 */
@ConfigurationProperties("qianfa.mail")
record SmtpSettings(
        String host,
        int port,
        String user,
        String password,
        @Nullable Tls tls,
        String from,
        Duration timeout,
        String language,
        String console) {
    private static final Pattern ON_THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,189}");

    SmtpSettings {
        if (!ADDRESS.matcher(from).matches()) {
            throw new IllegalArgumentException(
                    "mail from: '%s' (expected: an address in QIANFA_MAIL_FROM beside the host)".formatted(from));
        }
        if (user.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException(
                    "mail user and password: one of them is missing (expected: both or none)");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("mail timeout: %s (expected: longer than nothing)".formatted(timeout));
        }
        if (tls == null) {
            tls = ON_THIS_MACHINE.matcher(host).matches() ? Tls.NONE : Tls.STARTTLS;
        }
        if (!user.isEmpty() && tls == Tls.NONE && !ON_THIS_MACHINE.matcher(host).matches()) {
            throw new IllegalArgumentException("mail tls: NONE (expected: no password in the clear over a network)");
        }
    }

    int portInUse() {
        return port == 0 ? protection().port() : port;
    }

    Tls protection() {
        return tls == null ? Tls.STARTTLS : tls;
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "%s:%d %s".formatted(host, portInUse(), protection());
    }
}
