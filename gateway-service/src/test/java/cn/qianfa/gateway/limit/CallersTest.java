package cn.qianfa.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
    private static final Callers NO_PROXY = new Callers(List.of());
    private static final Callers BEHIND_OURS =
            new Callers(List.of(Network.of("10.1.0.0/16"), Network.of("192.0.2.7"), Network.of("2001:db8:1::/48")));

    @Test
    void believesNothingWhereNoProxyIsTrusted() {
        assertThat(NO_PROXY.site("203.0.113.5", List.of("198.51.100.1"))).isEqualTo("203.0.113.5");
    }

    @Test
    void believesOurProxyAndNotWhatStoodThereBefore() {
        assertThat(BEHIND_OURS.site("10.1.2.3", List.of("198.51.100.66", " 203.0.113.5 ")))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void goesBackThroughAllProxiesOfOurs() {
        assertThat(BEHIND_OURS.site("192.0.2.7", List.of("198.51.100.66", "203.0.113.5", "2001:db8:1::9")))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void believesNoStrangerWhoSaysToBeAProxy() {
        assertThat(BEHIND_OURS.site("203.0.113.9", List.of("198.51.100.1", "10.1.2.3")))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "203.0.113.5:1234", "localhost", "10.1.2.3/8"})
    void staysWithTheProxyWhereItSaysNoAddress(String hop) {
        assertThat(BEHIND_OURS.site("10.1.2.3", List.of("198.51.100.1", hop))).isEqualTo("10.1.2.3");
    }

    @Test
    void takesANetworkOf64BitsForOne() {
        var one = NO_PROXY.site("2001:db8:5:6::1", List.of());

        assertThat(NO_PROXY.site("2001:db8:5:6:ffff:1:2:3", List.of())).isEqualTo(one);
        assertThat(NO_PROXY.site("2001:db8:5:7::1", List.of())).isNotEqualTo(one);
    }

    @Test
    void knowsAnAddressOfVersion4InTheClothesOfVersion6() {
        assertThat(NO_PROXY.site("::ffff:203.0.113.5", List.of())).isEqualTo("203.0.113.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "proxy.example", "10.0.0/8/9", "2001:db8::/129"})
    void refusesANetworkThatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of(text)).withMessageContaining(text);
    }
}
