package cn.qianfa.rules.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The packs which come with the product. Their terms are few and neutral: a beginning, and an example to follow. */
public final class ShippedPacks {
    private ShippedPacks() {}

    /** For drafts and answers; with the empty rules of the prohibitions whose terms the district office supplies. */
    public static RulePack drafts() {
        return read("drafts").plus(read("supplied"));
    }

    /** For comments. */
    public static RulePack comments() {
        return read("comments");
    }

    private static RulePack read(String folder) {
        return PackReader.read(file -> resource(folder + "/" + file));
    }

    private static Optional<String> resource(String path) {
        try (var file = ShippedPacks.class.getResourceAsStream(path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
