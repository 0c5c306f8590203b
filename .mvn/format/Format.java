import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Formats every Java source of the tree, or names the ones that are not formatted: {@code Format.java check|apply ROOT}. */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] arguments) throws IOException, FormatterException {
        var apply = arguments[0].equals("apply");
        var wrong = 0;
        for (var file : sources(Path.of(arguments[1]))) {
            var text = Files.readString(file);
            var formatted = formatted(file, text);
            if (formatted.equals(text)) {
                continue;
            }
            if (apply) {
                Files.writeString(file, formatted);
                continue;
            }
            wrong++;
            System.err.println("not formatted: " + file);
        }
        if (wrong > 0) {
            System.err.println("Format them with: ./mvnw -q -N validate -Dformat=apply");
            System.exit(1);
        }
    }

    private static String formatted(Path file, String text) throws FormatterException {
        try {
            var imports = ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.PALANTIR);
            return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(imports));
        } catch (FormatterException e) {
            System.err.println("cannot be read: " + file);
            throw e;
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.toString().contains("/node_modules/"))
                    .sorted()
                    .toList();
        }
    }
}
