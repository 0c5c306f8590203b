package cn.qianfa.gateway.credential;

import static cn.qianfa.gateway.credential.PasswordRules.Breach.CONTAINS_THE_NAME;
import static cn.qianfa.gateway.credential.PasswordRules.Breach.TOO_LONG;
import static cn.qianfa.gateway.credential.PasswordRules.Breach.TOO_SHORT;
import static cn.qianfa.gateway.credential.PasswordRules.Breach.TOO_UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-6")
class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"twelve chars", "起草一篇稿件要看三遍才放心", "😀😁😂🤣😃😄😅😆😉😊😋😎"})
    void takeWhatIsLongEnough(String password) {
        assertThat(PasswordRules.breaches("staff-1", password)).isEmpty();
    }

    @Test
    @Tag("check-20")
    void refuseElevenCharacters() {
        assertThat(PasswordRules.breaches("staff-1", "eleven char")).containsExactly(TOO_SHORT);
    }

    @Test
    void refuseWhatNobodyTypes() {
        assertThat(PasswordRules.breaches("staff-1", "abcdefg".repeat(29))).containsExactly(TOO_LONG);
    }

    @Test
    @Tag("check-20")
    void refuseTheNameInAnyCase() {
        assertThat(PasswordRules.breaches("zhang.san", "ZHANG.SAN is the best")).containsExactly(CONTAINS_THE_NAME);
    }

    @Test
    @Tag("check-20")
    void refuseTheSameFewCharacters() {
        assertThat(PasswordRules.breaches("staff-1", "abcdeabcdeabcde")).containsExactly(TOO_UNIFORM);
    }

    @Test
    void tellEverythingThatIsWrong() {
        assertThat(PasswordRules.breaches("admin", "admin")).contains(TOO_SHORT, CONTAINS_THE_NAME, TOO_UNIFORM);
    }
}
