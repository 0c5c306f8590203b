package cn.qianfa.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.launcher.part.Door;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Sentence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void haveADefaultForEverything() {
        var settings = Settings.from(Map.of());

        assertThat(settings.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".qianfa"));
        assertThat(settings.parts()).containsExactly(Part.values());
        assertThat(settings.ports())
                .containsEntry(Door.of(Part.GATEWAY), 8080)
                .containsEntry(Door.managementOf(Part.MONITORING), 9083)
                .containsEntry(Door.of(Part.BROKER), 9092)
                .containsEntry(Door.of(Part.STORE), 27017)
                .hasSize(10);
        assertThat(settings.freeBytes()).isEqualTo(1L << 30);
    }

    @Test
    void startNoBrokerAndNoStoreWhereThereAreReal() {
        var settings = Settings.from(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "MONGODB_URI", "mongodb://db"));

        assertThat(settings.parts()).isEqualTo(Part.services());
        assertThat(settings.ports()).doesNotContainKeys(Door.of(Part.BROKER), Door.of(Part.STORE));
    }

    @Test
    void sendAlertsToTheReceiverBesideUnlessToldOtherwise() {
        assertThat(Settings.from(Map.of()).receiver()).contains("http://127.0.0.1:8099/");
        assertThat(Settings.from(Map.of("QIANFA_RECEIVER_PORT", "8199")).receiver())
                .contains("http://127.0.0.1:8199/");
        assertThat(Settings.from(Map.of("QIANFA_RECEIVER_PORT", "0")).receiver())
                .isEmpty();
        assertThat(Settings.from(Map.of("QIANFA_WEBHOOK_URL", "https://duty.example/hook"))
                        .receiver())
                .isEmpty();
        assertThat(Settings.from(Map.of("QIANFA_WEBHOOK_URL", "")).receiver()).isEmpty();
    }

    @Test
    void takeFlagsForOnePart() {
        var settings = Settings.from(Map.of("QIANFA_RULES_JVM_OPTIONS", " -Xmx1g  -XX:+UseG1GC "));

        assertThat(settings.jvmOptions().get(Part.RULES)).containsExactly("-Xmx1g", "-XX:+UseG1GC");
        assertThat(settings.jvmOptions().get(Part.GATEWAY)).isEmpty();
    }

    @Test
    void treatAnEmptyValueAsNone() {
        assertThat(Settings.from(Map.of("QIANFA_GATEWAY_PORT", " ")).ports())
                .containsEntry(Door.of(Part.GATEWAY), 8080);
    }

    @Test
    void allowManyFreePorts() {
        Map<String, String> environment = new HashMap<>();
        Door.of(Part.services()).forEach(door -> environment.put(door.setting(), "0"));

        assertThat(Settings.from(environment).ports()).containsEntry(Door.managementOf(Part.GATEWAY), 0);
    }

    @Test
    void refuseAPortThatIsNone() {
        refuses(
                Map.of("QIANFA_GATEWAY_PORT", "65536"),
                Sentence.of("setting.number", "QIANFA_GATEWAY_PORT", "65536", 65535));
        refuses(
                Map.of("QIANFA_GATEWAY_PORT", "eighty"),
                Sentence.of("setting.number", "QIANFA_GATEWAY_PORT", "eighty", 65535));
    }

    @Test
    void refuseOnePortForTwo() {
        refuses(
                Map.of("QIANFA_GATEWAY_MANAGEMENT_PORT", "8081"),
                Sentence.of("port.twice", 8081, "QIANFA_GATEWAY_MANAGEMENT_PORT"));
    }

    @Test
    void refuseADirectoryThatMovesWithTheCaller() {
        refuses(Map.of("QIANFA_DATA", "data"), Sentence.of("setting.home", "data"));
    }

    private static void refuses(Map<String, String> environment, Sentence sentence) {
        assertThatThrownBy(() -> Settings.from(environment))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::sentence)
                .isEqualTo(sentence);
    }
}
