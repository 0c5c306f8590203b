package cn.qianfa.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Processes that stand still, all of them, between two of their instructions: their files are then as a {@code kill -9} of
 * all of them at this moment would leave them, and can be copied.
 *
 * <p>They go on when this is closed, and also if we are killed before: a guard in a session of its own, which does nothing
 * but wait for the other end of a pipe to go away, lets them go on.
 */
public final class Pause implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final int STATE = 0; // in /proc/PID/task/TID/stat, counted behind the name in brackets

    private final Process guard;

    private Pause(Process guard) {
        this.guard = guard;
    }

    /**
     * @param lives in the order in which they are stopped: those first who ask the others for something
     * @throws IOException if they cannot be stopped; they go on then
     */
    public static Pause of(List<Life> lives) throws IOException, InterruptedException {
        var alive = lives.stream().filter(Life::isAlive).toList();
        var numbers = alive.stream().map(life -> Long.toString(life.pid())).collect(Collectors.joining(" "));
        var pause = new Pause(guard(numbers));
        try {
            for (var life : alive) {
                signal("STOP", life);
                awaitStill(life);
            }
            return pause;
        } catch (IOException | InterruptedException | RuntimeException e) {
            pause.close();
            throw e;
        }
    }

    private static Process guard(String numbers) throws IOException {
        var script = "trap '' HUP INT TERM; cat >/dev/null; for pid in " + numbers + "; do kill -CONT $pid; done";
        return new ProcessBuilder("setsid", "sh", "-c", script)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void signal(String name, Life life) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(life.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** A thread that is writing stops when it has written. */
    private static void awaitStill(Life life) throws IOException, InterruptedException {
        var end = System.nanoTime() + SOON.toNanos();
        while (life.isAlive() && !isStill(life.pid())) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("process " + life.pid() + " does not stop");
            }
            Thread.sleep(LOOK);
        }
    }

    private static boolean isStill(long pid) throws IOException {
        List<Path> threads = new ArrayList<>();
        try (var tasks = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            tasks.forEach(threads::add);
        } catch (NoSuchFileException _) {
            return true; // it has ended
        }
        for (var thread : threads) {
            if (!isStill(thread)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStill(Path thread) throws IOException {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            return "TtZX".contains(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[STATE]);
        } catch (NoSuchFileException _) {
            return true; // this thread has ended
        }
    }

    /** They go on; this waits until they do. */
    @Override
    public void close() throws IOException {
        guard.getOutputStream().close();
        try {
            guard.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the guard needs nobody to wait for it
        }
    }
}
