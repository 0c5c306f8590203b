package cn.qianfa.embedded.store;

import cn.qianfa.embedded.store.commit.OfflineStore;
import cn.qianfa.embedded.store.commit.StoreCannotOpen;
import cn.qianfa.embedded.store.commit.StoreFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the store, or does one thing to a store that is not running. What goes wrong is one sentence and not zero. */
final class StoreCommandLine {

    private static final String USAGE = """
            usage: store --directory DIRECTORY [--port PORT] [--run-directory DIRECTORY]
                   store export FILE --directory DIRECTORY
                   store import FILE --directory DIRECTORY
                   store check --directory DIRECTORY""";

    private static final int WRONG_USE = 2;
    private static final int FAILED = 1;

    private final Map<String, String> options = new HashMap<>();
    private final Deque<String> words = new ArrayDeque<>();

    private StoreCommandLine(String[] arguments) {
        var left = new ArrayDeque<>(List.of(arguments));
        while (!left.isEmpty()) {
            var word = left.remove();
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (left.isEmpty()) {
                throw new IllegalArgumentException(word + " (expected: a value behind it)");
            } else {
                options.put(word, left.remove());
            }
        }
    }

    static void run(String[] arguments) {
        try {
            new StoreCommandLine(arguments).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(WRONG_USE);
        } catch (StoreCannotOpen | IOException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private void run() throws IOException {
        var command = words.isEmpty() ? "serve" : words.remove();
        switch (command) {
            case "serve" -> serve();
            case "export" -> StoreExport.to(Path.of(word("a file")), file());
            case "import" -> StoreImport.from(Path.of(word("a file")), file());
            case "check" -> check();
            default -> throw new IllegalArgumentException(command + " (expected: export, import, check or nothing)");
        }
    }

    private void serve() {
        var server = StoreServer.start(new StoreSettings(
                port(),
                directory(),
                Optional.ofNullable(options.get("--run-directory")).map(Path::of)));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "store-close"));
        System.out.println("store listening on " + StoreServer.HOST + ":" + server.port());
    }

    private void check() {
        List<String> differences;
        try (var store = new OfflineStore(file())) {
            differences = store.differences();
        }
        differences.forEach(System.out::println);
        System.out.println(differences.size() + " differences between indexes and documents");
        if (!differences.isEmpty()) {
            System.exit(FAILED);
        }
    }

    private StoreFile file() {
        return StoreFile.in(directory());
    }

    private Path directory() {
        var directory = options.get("--directory");
        if (directory == null) {
            throw new IllegalArgumentException("--directory is missing (expected: where the store lies)");
        }
        return Path.of(directory);
    }

    private int port() {
        var port = options.getOrDefault("--port", "0");
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("--port " + port + " (expected: a number, 0 for any free port)");
        }
    }

    private String word(String what) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("something is missing (expected: " + what + ")");
        }
        return words.remove();
    }
}
