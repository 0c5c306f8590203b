package cn.qianfa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.launcher.part.Part;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordsTest {
    @TempDir
    Path run;

    @Test
    void remembersAPartUntilItIsRemoved() {
        var records = new ProcessRecords(run);
        var life = Life.of(ProcessHandle.current().pid()).orElseThrow();
        var record = new ProcessRecord(life, Instant.parse("2026-11-24T08:00:00Z"), "a build", 42);

        records.write(Part.RULES, record);

        assertThat(records.find(Part.RULES)).contains(record);
        assertThat(records.alive(Part.RULES)).contains(record);
        assertThat(records.find(Part.GATEWAY)).isEmpty();

        records.remove(Part.RULES);

        assertThat(records.find(Part.RULES)).isEmpty();
    }

    @Test
    void knowsThatAPartIsNoMore() {
        var records = new ProcessRecords(run);
        records.write(
                Part.RULES,
                new ProcessRecord(new Life(ProcessHandle.current().pid(), "boot/1"), Instant.EPOCH, "b", 0));

        assertThat(records.find(Part.RULES)).isPresent();
        assertThat(records.alive(Part.RULES)).isEmpty();
    }
}
