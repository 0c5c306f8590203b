package cn.qianfa.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;

/** Whatever comes in, the receiver reads an alert or none, and believes nothing that is not signed. */
class AlertFuzzTest {
    private static final Seal SEAL = new Seal(
            "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", InstantSource.fixed(Instant.ofEpochSecond(1_000)));

    @FuzzTest
    void aBodyIsAnAlertOrNone(byte[] body) {
        Alert.read(body).ifPresent(alert -> assertThat(alert.id()).isNotNull());
    }

    @FuzzTest
    @Tag("check-14")
    void nothingUnsignedIsBelieved(byte[] bytes) {
        var parts = Arrays.copyOf(new String(bytes, UTF_8).split("\n", 3), 3);

        assertThat(SEAL.of(parts[0], "1000", parts[1], bytes)).isNotEqualTo(Seal.Worth.GENUINE);
        assertThat(SEAL.of(parts[0], parts[1], parts[2], bytes)).isNotEqualTo(Seal.Worth.GENUINE);
    }
}
