package cn.qianfa.monitoring.alert.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine that really listens; it may be away, refuse, put off, or take its time. */
public final class MailServer implements AutoCloseable {
    /** What a server says instead of taking a mail; thrown where it says it. */
    public record No(int code, String words) {
        private void say() throws RejectException {
            throw new RejectException(code, words);
        }
    }

    /** Where in the conversation. */
    public enum At {
        MAIL,
        RCPT,
        DATA
    }

    /** What it does with the next mails. */
    public interface Manners {
        /** May answer no, take its time, or let something happen meanwhile. */
        void meet(At at, String address) throws RejectException;
    }

    private static final Manners WELCOME = (at, address) -> {};

    private final List<MimeMessage> heard = new CopyOnWriteArrayList<>();
    private final UnaryOperator<SMTPServer.Builder> built;
    private volatile Manners manners = WELCOME;
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private SMTPServer server;
    private final int port;

    public MailServer() {
        this(plain -> plain);
    }

    MailServer(UnaryOperator<SMTPServer.Builder> built) {
        this.built = built;
        server = listen(0);
        port = server.getPortAllocated();
    }

    private SMTPServer listen(int at) {
        var listening = built.apply(SMTPServer.port(at)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("mail.test")
                        .messageHandlerFactory(context -> new Conversation()))
                .build();
        listening.start();
        return listening;
    }

    /** One mail on its way in. */
    private final class Conversation implements MessageHandler {
        @Override
        public void from(String address) throws RejectException {
            manners.meet(At.MAIL, address);
        }

        @Override
        public void recipient(String address) throws RejectException {
            manners.meet(At.RCPT, address);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            var bytes = data.readAllBytes();
            manners.meet(At.DATA, "");
            silent();
            heard.add(read(bytes));
            manners.meet(At.DATA, "taken");
            return "2.0.0 queued as Q" + heard.size();
        }

        @Override
        public void done() {}
    }

    private void silent() {
        try {
            silence.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MimeMessage read(byte[] bytes) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The mails it took, as they came. */
    public List<MimeMessage> heard() {
        return heard;
    }

    /** All of a mail as a person or a search would see it: headers as they are and decoded, and the text. */
    public static String all(MimeMessage mail) {
        try {
            var headers = String.join("\n", Collections.list(mail.getAllHeaderLines()));
            return headers + "\n" + mail.getSubject() + "\n" + mail.getContent();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One header, as it stands in the mail. */
    public static String header(MimeMessage mail, String name) {
        try {
            var values = mail.getHeader(name);
            return values == null ? "" : String.join("|", values);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void behaves(Manners now) {
        manners = now;
    }

    public void says(At where, No no) {
        manners = (at, address) -> {
            if (at == where && !address.equals("taken")) {
                no.say();
            }
        };
    }

    public void isFriendly() {
        silence.countDown();
        manners = WELCOME;
    }

    /** It takes all of a mail, and does not say whether it has it. */
    public void isSilent() {
        silence = new CountDownLatch(1);
    }

    public void away() {
        server.stop();
    }

    public void back() {
        server = listen(port);
    }

    @Override
    public void close() {
        isFriendly();
        server.stop();
    }
}
