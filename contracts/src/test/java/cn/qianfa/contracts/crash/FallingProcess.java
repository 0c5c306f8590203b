package cn.qianfa.contracts.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.contracts.event.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A service in a process of its own that a test may let fall at a point and start again. */
public final class FallingProcess implements AutoCloseable {
    private static final int CEILING_SECONDS = 60;

    /** Seconds a start may take: on two cores that others use as well a minute is too little. */
    private static final int START_CEILING_SECONDS = 180;

    private final Process process;
    private final PrintStream orders;
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private volatile @Nullable String last;

    private FallingProcess(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts the service and returns once its delivery is assigned. */
    public static FallingProcess start(List<Class<?>> sources, List<String> settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingService.class.getName(),
                String.join(",", sources.stream().map(Class::getName).toList())));
        command.add("--qianfa.delivery.instance=one"); // so that it goes on at once when it is started again
        command.addAll(settings);
        try {
            var started = new FallingProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            started.hear(CrashingService.READY, START_CEILING_SECONDS);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                said.add(line);
            }
        } catch (IOException e) {
            said.add("the process's output ended: " + e.getMessage());
        }
        said.add("THE END");
    }

    /** Gives an order and waits until it was obeyed. */
    public String order(String words) {
        orders.println(words);
        return hear(CrashingService.DID, CEILING_SECONDS).substring(CrashingService.DID.length());
    }

    /** Arms the point, gives the order in whose course the process falls, and returns where the log says it fell. */
    public Optional<CrashPoint> fall(CrashPoint point, String words) {
        order("arm " + point);
        orders.println(words);
        return awaitFall();
    }

    /**
     * Arms the point for one topic's events only: a service does several things at a time, and another one of them may
     * else reach the point first, even before this order is answered.
     */
    public void arm(CrashPoint point, Topic topic) {
        order("arm " + point + ' ' + topic.wireName());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the process to fall by itself once something reaches the armed point. */
    public Optional<CrashPoint> awaitFall() {
        try {
            if (!process.waitFor(CEILING_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            hear("THE END", CEILING_SECONDS);
            var line = last;
            return line != null && line.startsWith(CrashPoint.FELL)
                    ? Optional.of(CrashPoint.valueOf(line.substring(CrashPoint.FELL.length())))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param ceiling seconds between two lines */
    private String hear(String beginning, int ceiling) {
        var heard = new ArrayList<String>();
        try {
            for (var line = next(ceiling); line != null; line = next(ceiling)) {
                heard.add(line);
                if (line.startsWith(beginning)) {
                    return line;
                }
                if (line.equals("THE END")) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("never heard '" + beginning + "' in:\n" + String.join("\n", heard));
    }

    private @Nullable String next(int ceiling) throws InterruptedException {
        return said.poll(ceiling, TimeUnit.SECONDS);
    }

    /** Kills it, as kill -9 does, and returns once it is gone. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
