package cn.qianfa.launcher.build;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The build as it is started: {@code target/run} of each module, laid out once per build. A service's jar is taken
 * apart, which halves its start; broker and store are copied, so that the next build does not write under their feet.
 */
public final class Layout {
    private static final String STAMP = "build.stamp";

    private final Build build;
    private final Path java;

    public Layout(Build build, Path java) {
        this.build = build;
        this.java = java;
    }

    /** The jar that starts the part; its libraries lie beside it in {@code lib}. */
    public Path jar(Part part) {
        return directory(part).resolve(build.jar(part).getFileName());
    }

    private Path directory(Part part) {
        return build.target(part).resolve("run");
    }

    /**
     * Lays out what has changed since the last time.
     *
     * @throws Refused if a jar cannot be taken apart
     */
    public void prepare(Collection<Part> parts) throws InterruptedException {
        for (var part : parts) {
            try (var channel = FileChannel.open(build.target(part).resolve("run.lock"), CREATE, WRITE);
                    var _ = channel.lock()) { // another installation may be starting from the same build
                prepare(part);
            } catch (IOException e) {
                throw new Refused("build.layout", build.jar(part), e);
            }
        }
    }

    private void prepare(Part part) throws IOException, InterruptedException {
        var stamp = directory(part).resolve(STAMP);
        if (Files.exists(stamp) && Files.readString(stamp).equals(build.stamp(part))) {
            return;
        }
        var half = directory(part).resolveSibling("run.new");
        delete(half);
        if (part.isService()) {
            takeApart(part, half);
        } else {
            copy(part, half);
        }
        Files.writeString(half.resolve(STAMP), build.stamp(part));
        delete(directory(part));
        Files.move(half, directory(part));
    }

    private void takeApart(Part part, Path destination) throws IOException, InterruptedException {
        var jar = build.jar(part).toString();
        var command = List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar,
                "extract",
                "--destination",
                destination.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0
                || !Files.exists(destination.resolve(build.jar(part).getFileName()))) {
            throw new Refused("build.layout", jar, said.strip());
        }
    }

    private void copy(Part part, Path destination) throws IOException {
        Files.createDirectories(destination.resolve("lib"));
        Files.copy(build.jar(part), destination.resolve(build.jar(part).getFileName()), COPY_ATTRIBUTES);
        try (var libraries = Files.list(build.target(part).resolve("lib"))) {
            for (var library : libraries.toList()) {
                Files.copy(library, destination.resolve("lib").resolve(library.getFileName()), COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Layout::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
