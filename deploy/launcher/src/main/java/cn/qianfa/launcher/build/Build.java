package cn.qianfa.launcher.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * What {@code ./mvnw package} leaves.
 *
 * @param root of the sources
 * @param version of the jars
 */
public record Build(Path root, String version) {
    /** The jar Maven made: with everything inside for a service, with its libraries beside it for broker and store. */
    public Path jar(Part part) {
        var module = Path.of(part.module());
        return target(part).resolve(module.getFileName() + "-" + version + ".jar");
    }

    Path target(Part part) {
        return root.resolve(part.module()).resolve("target");
    }

    /** @throws Refused naming the first jar that is missing or cut off */
    public void mustBeWhole(Collection<Part> parts) {
        for (var part : parts) {
            for (var jar : jars(part)) {
                mustBeWhole(jar);
            }
        }
    }

    private List<Path> jars(Part part) {
        var jar = jar(part);
        mustBeWhole(jar);
        List<Path> jars = new ArrayList<>();
        jars.add(jar);
        try (var opened = new JarFile(jar.toFile())) {
            var beside = opened.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (beside != null) {
                for (var name : beside.split(" ")) {
                    jars.add(jar.resolveSibling(name));
                }
            }
            return jars;
        } catch (IOException e) {
            throw new Refused("build.damaged", jar, e);
        }
    }

    /** A zip file ends with its table of contents: one that was cut off, or never finished, does not open. */
    private static void mustBeWhole(Path jar) {
        if (!Files.exists(jar)) {
            throw new Refused("build.missing", jar);
        }
        try (var opened = new JarFile(jar.toFile())) {
            if (opened.getManifest() == null) {
                throw new Refused("build.damaged", jar, "META-INF/MANIFEST.MF");
            }
        } catch (IOException e) {
            throw new Refused("build.damaged", jar, e);
        }
    }

    /**
     * Tells this build of the part from every other one: a digest of the jar's table of contents, which has a checksum
     * of each entry. Its time would not do, since the build gives every jar the same one.
     */
    public String stamp(Part part) {
        var digest = sha256();
        try (var jar = new JarFile(jar(part).toFile())) {
            jar.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .forEach(line -> digest.update(line.getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new Refused("build.damaged", jar(part), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
