package cn.qianfa.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** The files as Prometheus and Alertmanager themselves read them. */
class PromtoolIT {
    @Test
    void findsTheRulesSound() throws Exception {
        says("promtool", "check", "rules", "rules.yml").contains(Watched.rules().size() + " rules found");
    }

    @Test
    void findsTheConfigurationSound() throws Exception {
        says("promtool", "check", "config", "prometheus.yml").contains("SUCCESS");
    }

    @Test
    void findsEachAlertFiringWhenItShouldAndNotElse() throws Exception {
        says("promtool", "test", "rules", "rules_test.yml").contains("SUCCESS");
    }

    @Test
    void findsTheExampleOfAlertmanagerSound() throws Exception {
        says("amtool", "check-config", "alertmanager.yml").contains("SUCCESS", "1 receivers");
    }

    private static AbstractStringAssert<?> says(String program, String... arguments) throws Exception {
        Program.mustBeThere(program);
        var answer = Program.named(program).run(Watched.PROMETHEUS, arguments);
        assertThat(answer.code()).as(answer.said()).isZero();
        return assertThat(answer.said());
    }
}
