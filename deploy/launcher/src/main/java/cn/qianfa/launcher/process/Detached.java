package cn.qianfa.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a process in a session of its own: neither Ctrl-C nor a closed terminal reaches it. */
public final class Detached {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Detached() {}

    /**
     * @param environment added to ours
     * @param log where everything it says is appended
     */
    public static Life start(List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        List<String> whole = new ArrayList<>();
        whole.add(Files.isExecutable(SETSID) ? SETSID.toString() : "nohup"); // both become the command, same number
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        return Life.of(process.pid()).orElseGet(() -> new Life(process.pid(), "ended at once"));
    }
}
