package cn.qianfa.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverSettingsTest {
    @TempDir
    Path home;

    @Test
    void takeTheInstallationsOwnKey() throws IOException {
        Files.createDirectory(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/webhook.key"), "whsec_own\n");

        var settings =
                ReceiverSettings.from(Map.of("QIANFA_DATA", home.toString(), "QIANFA_WEBHOOK_KEY", "whsec_other"));

        assertThat(settings).isEqualTo(new ReceiverSettings(8099, "whsec_own"));
    }

    @Test
    void takeAKeyThatIsGivenWhereThereIsNoInstallation() {
        var settings = ReceiverSettings.from(Map.of(
                "QIANFA_DATA", home.toString(), "QIANFA_WEBHOOK_KEY", "whsec_given", "QIANFA_RECEIVER_PORT", "0"));

        assertThat(settings).isEqualTo(new ReceiverSettings(0, "whsec_given"));
    }

    @Test
    void sayWhatToDoWithoutAKey() {
        assertThatThrownBy(() -> ReceiverSettings.from(Map.of("QIANFA_DATA", home.toString())))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Refused.class))
                .extracting(refused -> refused.in(Messages.in("zh")))
                .asString()
                .contains(home.resolve("secrets/webhook.key").toString(), "deploy/up", "QIANFA_WEBHOOK_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "8099.5"})
    void refuseWhatIsNoPort(String port) {
        assertThatThrownBy(() -> ReceiverSettings.from(Map.of("QIANFA_RECEIVER_PORT", port)))
                .isInstanceOf(Refused.class)
                .hasMessage("setting.port");
    }
}
