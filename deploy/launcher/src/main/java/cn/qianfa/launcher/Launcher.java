package cn.qianfa.launcher;

import cn.qianfa.launcher.build.Build;
import cn.qianfa.launcher.speech.Messages;
import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Voice;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code up [--demo]}, {@code down}, {@code status [--address]}, {@code backup TO}, {@code restore [--aside] FROM}: what
 * {@code deploy/up} and its siblings call.
 */
public final class Launcher {
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private Launcher() {}

    static void main(String... arguments) throws InterruptedException {
        var language = Optional.ofNullable(System.getenv("QIANFA_LANG")).orElse("zh");
        var voice = new Voice(
                Messages.in(language),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
        System.exit(run(List.of(arguments), voice));
    }

    private static int run(List<String> arguments, Voice voice) throws InterruptedException {
        try {
            if (arguments.size() > 1 && !arguments.getLast().startsWith("-")) {
                return withPath(arguments, Path.of(arguments.getLast()), voice);
            }
            return switch (String.join(" ", arguments)) {
                case "up" -> up(voice).run(false);
                case "up --demo" -> up(voice).run(true);
                case "down" -> new Down(Settings.from(System.getenv()), voice).run();
                case "status" -> new Status(Settings.from(System.getenv()), voice).run();
                case "status --address" -> new Status(Settings.from(System.getenv()), voice).address();
                default -> notUnderstood(voice);
            };
        } catch (Started.Undone _) {
            return REFUSED; // interrupted, and has said so
        } catch (Refused e) {
            voice.refuse(e.sentence());
            return REFUSED;
        }
    }

    private static int withPath(List<String> arguments, Path path, Voice voice) throws InterruptedException {
        return switch (String.join(" ", arguments.subList(0, arguments.size() - 1))) {
            case "backup" -> new Backup(Settings.from(System.getenv()), voice).run(path);
            case "restore" -> new Restore(Settings.from(System.getenv()), voice).run(path, false);
            case "restore --aside" -> new Restore(Settings.from(System.getenv()), voice).run(path, true);
            default -> notUnderstood(voice);
        };
    }

    private static int notUnderstood(Voice voice) {
        voice.say("usage");
        return NOT_UNDERSTOOD;
    }

    private static Up up(Voice voice) {
        var version = Optional.ofNullable(Launcher.class.getPackage().getImplementationVersion());
        var root = Optional.ofNullable(System.getProperty("qianfa.root"));
        var build = new Build(Path.of(root.orElse("")).toAbsolutePath(), version.orElse("0.1.0-SNAPSHOT"));
        return new Up(Settings.from(System.getenv()), build, voice);
    }
}
