package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an installation leaves behind for its operators: everything its parts have logged, measured and told of their health.
 *
 * @param texts by where each was found
 */
record Evidence(Map<String, String> texts) {
    static final List<String> SERVICES = List.of("gateway", "approval", "rules", "monitoring");

    static Evidence of(Town town) throws Exception {
        var texts = new TreeMap<String, String>();
        for (var file : files(town.scripts().home().resolve("logs"))) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        for (var service : SERVICES) {
            for (var path : List.of("/actuator/prometheus", "/actuator/health", "/actuator/health/delivery")) {
                texts.put(service + path, told(town.scripts().port(service + "-management"), path));
            }
        }
        texts.put("receiver", town.receiverSaid());
        return new Evidence(texts);
    }

    private static String told(int port, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + port + path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The lines of the services' own logs; each is one JSON object, whatever was sent from outside. */
    List<String> lines() {
        return SERVICES.stream()
                .flatMap(service -> texts.getOrDefault(service + ".log", "").lines())
                .toList();
    }

    /** The installation's secrets, in the forms in which they could be printed. */
    static Map<String, String> secrets(Town town) throws IOException {
        var home = town.scripts().home().resolve("secrets");
        var secrets = new TreeMap<String, String>();
        for (var file : files(home)) {
            var bytes = Files.readAllBytes(file);
            var name = home.relativize(file).toString();
            if (bytes.length == 0 || file.getFileName().toString().startsWith(".")) {
                continue; // a mark that something was done, such as the demonstration's people being there
            }
            secrets.put(name, new String(bytes, UTF_8).strip());
            secrets.put(name + " in base 64", Base64.getEncoder().encodeToString(bytes));
            secrets.put(name + " in base 16", HexFormat.of().formatHex(bytes));
            secrets.put(name + " in bytes", new String(bytes, ISO_8859_1).strip());
        }
        var number = 0;
        for (var person : town.people()) {
            for (var secret : person.secrets()) {
                secrets.put("session " + number++, secret);
            }
        }
        return secrets;
    }

    /** Where any of these is found, as a sentence each; the secret itself is not repeated. */
    List<String> found(Map<String, String> secrets) {
        List<String> found = new ArrayList<>();
        texts.forEach((where, text) -> secrets.forEach((name, secret) -> {
            if (text.contains(secret)) {
                found.add("%s is in %s".formatted(name, where));
            }
        }));
        return found;
    }
}
