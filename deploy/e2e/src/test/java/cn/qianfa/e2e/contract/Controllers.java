package cn.qianfa.e2e.contract;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service answers over HTTP, read from its compiled controllers and its static files; nothing is started. */
final class Controllers {
    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final Map<String, String> METHODS = Map.of(
            WEB + "GetMapping", "GET",
            WEB + "PostMapping", "POST",
            WEB + "PutMapping", "PUT",
            WEB + "DeleteMapping", "DELETE",
            WEB + "PatchMapping", "PATCH",
            WEB + "RequestMapping", "*");

    private Controllers() {}

    /** Such as {@code GET /api/v1/drafts/{}}; parameters have no names here. */
    static Set<String> routes(String service) {
        var classes = Built.classes(service);
        var routes = new ClassFileImporter()
                        .withImportOption(location ->
                                location.contains("/http/")) // where adapters live, by the rules of the house
                        .importPath(classes)
                        .stream()
                        .flatMap(Controllers::routes)
                        .collect(Collectors.toCollection(TreeSet::new));
        routes.remove("* /error"); // where the server itself turns to; nobody's address
        files(classes.resolve("static")).forEach(file -> routes.add("GET /" + file));
        return routes;
    }

    static String nameless(String route) {
        return route.replaceAll("\\{[^}]*}", "{}");
    }

    private static Stream<String> routes(JavaClass type) {
        var above = type.tryGetAnnotationOfType(WEB + "RequestMapping")
                .map(Controllers::paths)
                .orElse(List.of(""));
        return type.getMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .filter(annotation ->
                        METHODS.containsKey(annotation.getRawType().getName()))
                .flatMap(annotation -> paths(annotation).stream()
                        .flatMap(path -> above.stream().map(prefix -> method(annotation) + ' ' + prefix + path)))
                .map(Controllers::nameless);
    }

    private static String method(JavaAnnotation<?> annotation) {
        return Optional.ofNullable(METHODS.get(annotation.getRawType().getName()))
                .orElseThrow();
    }

    private static List<String> paths(JavaAnnotation<?> mapping) {
        var paths = Stream.of("value", "path")
                .flatMap(attribute -> mapping.get(attribute).stream())
                .flatMap(value -> Stream.of((Object[]) value))
                .map(String.class::cast)
                .toList();
        return paths.isEmpty() ? List.of("") : paths;
    }

    private static List<String> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
