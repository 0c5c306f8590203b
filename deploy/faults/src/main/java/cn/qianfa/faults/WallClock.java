package cn.qianfa.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The wall clock of everything {@code deploy/up} starts, which can be set forward and back while it runs. Clocks that only
 * count go on, as they do on a machine whose clock is set.
 */
final class WallClock {
    private final Path agent;
    private final Path offset;
    private Duration ahead = Duration.ZERO;

    private WallClock(Path agent, Path offset) {
        this.agent = agent;
        this.offset = offset;
    }

    /** Empty where the agent was not built: then no clock jumps. */
    static Optional<WallClock> in(Path root, Path directory) throws IOException {
        var agent = root.resolve("deploy/faults/target/faults-clock.jar");
        if (!Files.isReadable(agent)) {
            return Optional.empty();
        }
        var clock = new WallClock(agent, directory.resolve("wall-clock"));
        clock.set(Duration.ZERO);
        return Optional.of(clock);
    }

    /** Settings of {@code deploy/up}. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (var part : Part.values()) {
            settings.put("QIANFA_" + part.name() + "_JVM_OPTIONS", "-javaagent:" + agent + "=" + offset);
        }
        return settings;
    }

    void jump(Duration by) throws IOException {
        set(ahead.plus(by));
    }

    /** The file is mapped by whoever reads it: it is written over, never replaced. */
    private void set(Duration to) throws IOException {
        try (var channel = FileChannel.open(offset, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, to.toMillis()), 0);
        }
        ahead = to;
    }

    Duration ahead() {
        return ahead;
    }
}
