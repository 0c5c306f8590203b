package cn.qianfa.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerOptionsTest {
    @Test
    void chooseFreePortsUnlessTold() {
        assertThat(BrokerOptions.parse("--directory", "kafka"))
                .isEqualTo(new BrokerOptions(Path.of("kafka"), 0, 0, null));
    }

    @Test
    void takeEverythingThatIsGiven() {
        assertThat(BrokerOptions.parse(
                        "--port",
                        "9092",
                        "--controller-port",
                        "9093",
                        "--directory",
                        "kafka",
                        "--run-directory",
                        "run"))
                .isEqualTo(new BrokerOptions(Path.of("kafka"), 9092, 9093, Path.of("run")));
    }

    @Test
    void refuseToGuessTheDirectory() {
        assertThatThrownBy(() -> BrokerOptions.parse("--port", "0"))
                .isInstanceOf(BrokerNotStarted.class)
                .hasMessageContaining("--directory: none");
    }

    @Test
    void refuseAPortThatIsNone() {
        assertThatThrownBy(() -> BrokerOptions.parse("--directory", "kafka", "--port", "65536"))
                .hasMessage("--port: 65536 (expected: 0 to 65535)");
    }

    @Test
    void refuseAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> BrokerOptions.parse("--directory")).hasMessageContaining("option: --directory");
    }
}
