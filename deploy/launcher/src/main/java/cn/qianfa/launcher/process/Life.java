package cn.qianfa.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process and no other: its number, and when it was born, since the system gives numbers out again.
 *
 * @param birth on Linux the boot and the clock ticks since; they stay what they are when somebody sets the clock
 */
public record Life(long pid, String birth) {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0; // positions in /proc/PID/stat, counted behind the name in brackets
    private static final int TICKS = 19;

    /** The process that has this number now. */
    public static Optional<Life> of(long pid) {
        return birth(pid).map(birth -> new Life(pid, birth));
    }

    public boolean isAlive() {
        return birth(pid).filter(birth::equals).isPresent();
    }

    /** Asks it to end, if it is still the same process. */
    void terminate() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    /** Ends it, if it is still the same process. */
    void kill() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static Optional<String> birth(long pid) {
        if (!Files.exists(PROC.resolve("self/stat"))) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(Object::toString);
        }
        try {
            var stat = Files.readString(PROC.resolve(pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (fields[STATE].equals("Z") || fields[STATE].equals("X")) {
                return Optional.empty(); // dead, only not yet buried by its parent
            }
            return Optional.of(boot() + "/" + fields[TICKS]);
        } catch (IOException _) {
            return Optional.empty(); // no such process
        }
    }

    private static String boot() throws IOException {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    }
}
