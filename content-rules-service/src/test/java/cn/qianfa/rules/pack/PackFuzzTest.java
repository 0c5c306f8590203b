package cn.qianfa.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whatever table is read, it is a pack, or it is refused with the file's name. */
class PackFuzzTest {
    @FuzzTest
    void aTableIsReadOrRefusedByName(byte[] bytes) {
        var table = new String(bytes, UTF_8);
        for (var file : List.of("rules.csv", "terms.csv", "patterns.csv", "contexts.csv", "numbers.csv")) {
            try {
                PackReader.read(name -> Optional.ofNullable(Map.of(file, table).get(name)));
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).contains(file);
            }
        }
    }
}
