package cn.qianfa.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokenTest {
    @Test
    void isNeverTheSame() {
        var tokens = new HashSet<SessionToken>();
        for (var token = 0; token < 1000; token++) {
            tokens.add(SessionToken.random());
        }

        assertThat(tokens)
                .hasSize(1000)
                .allMatch(token -> SessionToken.read(token.value()).isPresent());
    }

    @Test
    void isNotToldByWhatIsMadeOfIt() {
        var token = SessionToken.random();

        assertThat(token.id()).isNotEqualTo(token.csrf()).doesNotContain(token.value());
        assertThat(token.csrf()).doesNotContain(token.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "0123456789012345678901234567890123456789012",
                "no space, no comma, no $gt, none of these ok"
            })
    void isReadOnlyInItsShape(String text) {
        assertThat(SessionToken.read(text).isPresent()).isEqualTo(text.matches("[0-9]{43}"));
    }
}
