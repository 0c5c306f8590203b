package cn.qianfa.gateway;

import cn.qianfa.gateway.appointment.Appointments;
import cn.qianfa.gateway.appointment.Units;
import cn.qianfa.gateway.appointment.WhenStaffChangeAdmitOrShutOut;
import cn.qianfa.gateway.credential.Attempts;
import cn.qianfa.gateway.credential.ChangePassword;
import cn.qianfa.gateway.credential.CodeKey;
import cn.qianfa.gateway.credential.Credentials;
import cn.qianfa.gateway.credential.IssueActivationCode;
import cn.qianfa.gateway.credential.PasswordHash;
import cn.qianfa.gateway.credential.SetPassword;
import cn.qianfa.gateway.session.LiveStreams;
import cn.qianfa.gateway.session.SessionLife;
import cn.qianfa.gateway.session.Sessions;
import cn.qianfa.gateway.session.SignIn;
import cn.qianfa.gateway.session.WhoIsSignedIn;
import cn.qianfa.gateway.token.SigningKey;
import cn.qianfa.gateway.token.TokenMint;
import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases, as beans. */
@Configuration(proxyBeanMethods = false)
class IdentityWiring {
    @Bean
    PasswordHash passwords() {
        return new Argon2Passwords();
    }

    @Bean
    SignIn signIn(
            Credentials credentials,
            Attempts attempts,
            PasswordHash passwords,
            Appointments appointments,
            Sessions sessions,
            InstantSource clock) {
        return new SignIn(credentials, attempts, passwords, appointments, sessions, clock);
    }

    @Bean
    WhoIsSignedIn whoIsSignedIn(Sessions sessions, Appointments appointments, SessionLife life, InstantSource clock) {
        return new WhoIsSignedIn(sessions, appointments, life, clock);
    }

    @Bean
    LiveStreams liveStreams(WhoIsSignedIn who, InstantSource clock) {
        return new LiveStreams(who, clock);
    }

    @Bean
    WhenStaffChangeAdmitOrShutOut whenStaffChange(
            Appointments appointments, Units units, Sessions sessions, Credentials credentials) {
        return new WhenStaffChangeAdmitOrShutOut(appointments, units, staff -> {
            credentials.remove(staff);
            sessions.endAllOf(staff);
        });
    }

    @Bean
    IssueActivationCode issueActivationCode(
            Appointments appointments,
            Units units,
            Credentials credentials,
            GatewaySettings settings,
            InstantSource clock)
            throws IOException {
        var key = CodeKey.in(settings.secrets().resolve("activation.key"));
        return new IssueActivationCode(
                appointments, units, credentials, key, settings.codes().valid(), clock);
    }

    @Bean
    SetPassword setPassword(
            Credentials credentials,
            Attempts attempts,
            PasswordHash passwords,
            Sessions sessions,
            InstantSource clock) {
        return new SetPassword(credentials, attempts, passwords, sessions::endAllOf, clock);
    }

    @Bean
    ChangePassword changePassword(
            Credentials credentials, Attempts attempts, PasswordHash passwords, InstantSource clock) {
        return new ChangePassword(credentials, attempts, passwords, clock);
    }

    @Bean
    TokenMint tokenMint(GatewaySettings settings, InstantSource clock, Supplier<UUID> ids) throws IOException {
        return new TokenMint(SigningKey.in(settings.secrets().resolve("token.jwk")), clock, ids);
    }
}
