package cn.qianfa.monitoring.alert;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.monitoring.casework.CaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertIdTest {
    @Test
    void isReadAsItIsWritten() {
        var id = new AlertId(new CaseId("0199c1d3-0000-7d5e-8f60-7b8c9d0e1f2a"), 12);

        assertThat(id.value()).isEqualTo("0199c1d3-0000-7d5e-8f60-7b8c9d0e1f2a.12");
        assertThat(AlertId.parse(id.value())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "case", "case.", ".1", "case.0", "case.01", "case.-1", "case.x", " .1", "c.9999999999"})
    void cannotBeAnythingElse(String written) {
        assertThat(AlertId.parse(written)).isEmpty();
    }
}
