package cn.qianfa.monitoring.alert.smtp;

import static cn.qianfa.monitoring.alert.AlertFixture.aNotice;
import static cn.qianfa.monitoring.alert.smtp.MailServer.all;
import static cn.qianfa.monitoring.alert.smtp.MailServer.header;
import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.alert.Bell.Call;
import cn.qianfa.monitoring.alert.Bell.Said;
import cn.qianfa.monitoring.alert.BellContract;
import cn.qianfa.monitoring.alert.Notice;
import cn.qianfa.monitoring.alert.smtp.MailServer.At;
import cn.qianfa.monitoring.alert.smtp.MailServer.No;
import cn.qianfa.monitoring.casework.CaseId;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;

class SmtpBellTest extends BellContract {
    private static final String ADDRESS = "duty@health.example";

    private final MailServer server = new MailServer();
    private final SmtpBell bell = bell(settings(server, null, "", ""));

    private static SmtpSettings settings(MailServer server, @Nullable Tls tls, String user, String password) {
        var timeout = Duration.ofSeconds(tls == Tls.STARTTLS ? 20 : 1); // only one that is silent is waited for in vain
        return new SmtpSettings(
                "127.0.0.1",
                server.port(),
                user,
                password,
                tls,
                "alerts@district.example",
                timeout,
                "zh",
                "https://q/");
    }

    private static SmtpBell bell(SmtpSettings settings) {
        return new SmtpBell(settings, new MailText(Words.in("zh"), "https://q/"), InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        server.close();
        bell.close();
    }

    @Override
    protected Bell bell() {
        return bell;
    }

    @Override
    protected Call call(Notice notice) {
        return to(ADDRESS, notice, "区卫生健康局");
    }

    private static Call to(String address, Notice notice, String unit) {
        return new Call(notice.id().value(), address, List.of(new Said(notice, unit)));
    }

    @Override
    protected void isBusy() {
        server.says(At.RCPT, new No(451, "4.7.1 come back later"));
    }

    @Override
    protected void isSilent() {
        server.isFriendly();
        server.isSilent();
    }

    @Override
    protected void isAway() {
        server.isFriendly();
        server.away();
    }

    @Override
    protected List<String> heard() {
        return server.heard().stream().map(mail -> header(mail, "Message-ID")).toList();
    }

    @Test
    void sendsAPlainTextUnderAnIdOfItsOwnThatNoMachineAnswers() throws MessagingException {
        var notice = aNotice();

        var rung = bell.ring(call(notice));

        assertThat(rung).isEqualTo(new Bell.Rung.Taken("250 2.0.0 queued as Q1"));
        var mail = server.heard().getFirst();
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + notice.id().value() + "@district.example>");
        assertThat(header(mail, "From")).isEqualTo("alerts@district.example");
        assertThat(header(mail, "To")).isEqualTo(ADDRESS);
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.getSubject()).isEqualTo("【紧急】区卫生健康局：有评论等待处置（第 1 轮）");
    }

    @Nested
    class AServerThatSaysNo {
        @ParameterizedTest
        @EnumSource(names = {"RCPT", "DATA"})
        void forEverIsARefusalKeptWithoutTheAddress(At at) {
            server.says(at, new No(550, "5.1.1 <duty@health.example>: user unknown"));

            assertThat(bell.ring(call(aNotice()))).isInstanceOfSatisfying(Bell.Rung.Refused.class, refused -> {
                assertThat(refused.why()).contains("550", "5.1.1", "user unknown");
                assertThat(refused.why()).doesNotContain("@");
            });
        }

        @ParameterizedTest
        @EnumSource
        void forNowIsPutOff(At at) {
            server.says(at, new No(452, "4.2.2 too much just now"));

            assertThat(bell.ring(call(aNotice())))
                    .isInstanceOfSatisfying(
                            Bell.Rung.Deferred.class,
                            deferred -> assertThat(deferred.why()).contains("452"));
        }

        @Test
        void toOurOwnAddressIsOursToPutRight() {
            server.says(At.MAIL, new No(550, "5.7.1 who are you"));

            assertThat(bell.ring(call(aNotice()))).isInstanceOf(Bell.Rung.Deferred.class);
        }
    }

    @Nested
    class ANameThatWantsToBeMore {
        @Test
        void staysInItsLine() throws MessagingException {
            var notice = aNotice();

            var rung = bell.ring(to(ADDRESS, notice, "x\r\nBcc: all@example.org\r\n\r\n<b>hello</b>\u2028\u202e"));

            assertThat(rung).isInstanceOf(Bell.Rung.Taken.class);
            var mail = server.heard().getFirst();
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject())
                    .startsWith("【紧急】x Bcc: all@example.org")
                    .doesNotContain("\n");
            assertThat(all(mail)).contains("单位：x Bcc: all@example.org <b>hello</b>\r\n");
        }

        @Test
        void isReplacedWhereItIsAnId() throws MessagingException {
            var odd = new Notice(
                    new AlertId(new CaseId("a>\r\nBcc: all@example.org"), 1),
                    aNotice().matter(),
                    "duty1.health",
                    NOW,
                    NOW.plusSeconds(60));

            bell.ring(call(odd));

            var mail = server.heard().getFirst();
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(header(mail, "Message-ID")).matches("<[0-9a-f-]{36}@district\\.example>");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "nobody", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "<a@b.example"})
        void isNoAddress(String address) {
            assertThat(bell.ring(to(address, aNotice(), "x"))).isInstanceOf(Bell.Rung.Refused.class);
            assertThat(server.heard()).isEmpty();
        }
    }

    @Nested
    class OverANetwork {
        @Test
        void nothingIsSaidBeforeTheConnectionIsSafe() {
            var trust = Trust.newOne();
            var users = new CopyOnWriteArrayList<String>();
            try (var safe = new MailServer(server -> server.enableTLS()
                            .startTlsSocketFactory(trust.context())
                            .requireTLS()
                            .requireAuth()
                            .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(
                                    (user, password, context) -> users.add(user + ":" + password))));
                    var trusting = new SmtpBell(
                            settings(safe, Tls.STARTTLS, "user", "secret"),
                            new MailText(Words.in("zh"), "https://q/"),
                            trust.context().getSocketFactory(),
                            InstantSource.fixed(NOW));
                    var suspicious = bell(settings(safe, Tls.STARTTLS, "user", "secret"))) {
                assertThat(trusting.ring(call(aNotice()))).isInstanceOf(Bell.Rung.Taken.class);
                assertThat(users).containsExactly("user:secret");

                assertThat(suspicious.ring(call(aNotice()))).isInstanceOf(Bell.Rung.Deferred.class);
                assertThat(users).hasSize(1);
                assertThat(safe.heard()).hasSize(1);
            }
        }

        @Test
        void aServerThatCannotIsToldNothing() {
            try (var demanding = bell(settings(server, Tls.STARTTLS, "", ""))) {
                assertThat(demanding.ring(call(aNotice()))).isInstanceOf(Bell.Rung.Deferred.class);
            }
            assertThat(server.heard()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"mail.example", "127.evil.example", "10.0.0.1", "localhost.example"})
        void isDemandedUnlessItIsThisMachine(String host) {
            assertThat(of(host, null, "", "").protection()).isEqualTo(Tls.STARTTLS);
            assertThat(of(host, null, "", "").portInUse()).isEqualTo(587);
            assertThat(of("localhost", null, "", "").protection()).isEqualTo(Tls.NONE);
            assertThat(of("127.0.0.1", null, "", "").portInUse()).isEqualTo(25);
            assertThatThrownBy(() -> of(host, Tls.NONE, "user", "secret")).hasMessageContaining("in the clear");
        }

        @Test
        void thePasswordIsNeverSaid() {
            assertThat(of("mail.example", null, "user", "secret")).asString().doesNotContain("secret");
            assertThatThrownBy(() -> of("mail.example", null, "", "secret"))
                    .hasMessageContaining("one of them is missing")
                    .hasMessageNotContaining("secret");
        }

        private static SmtpSettings of(String host, @Nullable Tls tls, String user, String password) {
            return new SmtpSettings(
                    host, 0, user, password, tls, "alerts@district.example", Duration.ofSeconds(1), "zh", "https://q/");
        }
    }
}
