package cn.qianfa.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {
    private static final Query RATIO = new Query("""
            sum by (service, le) (rate(requests_count{outcome=~"5 of {x}", uri!="/a"}[5m]))
              / on(service) max(requests:all offset 1h) > 1.5e9 and absent(up) or 0 * vector(1)
            """);

    @Test
    void namesItsMetricsAndNothingElse() {
        assertThat(RATIO.metrics()).containsExactly("requests:all", "requests_count", "up");
    }

    @Test
    void namesTheLabelsItChoosesAndGroupsBy() {
        var plain = new Query("sum by (unit) (a{outcome=\"x\",uri!=\"/a\"}) / b{job=\"j\"}");

        assertThat(plain.chosenBy()).isEqualTo(Map.of("a", Set.of("outcome", "uri"), "b", Set.of("job")));
        assertThat(plain.groupedBy()).containsExactly("unit");
        assertThat(RATIO.groupedBy()).containsExactly("le", "service");
    }
}
