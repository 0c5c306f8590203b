package cn.qianfa.launcher.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a back-up says about itself.
 *
 * @param format of the back-up; this build reads {@link #FORMAT} only
 * @param at when the system was copied
 * @param installation whose it is
 * @param files everything in it but the manifest
 */
public record Manifest(int format, Instant at, String installation, List<Content> files) {
    static final int FORMAT = 1;

    /** Its name in the back-up. */
    static final String NAME = "manifest.json";

    /** What a back-up holds, as directories of the data directory. */
    public static final List<String> PARTS = List.of("store", "kafka", "media", "secrets");

    private static final Pattern INSIDE = Pattern.compile("(store|kafka|media|secrets)(/[^/\\\\\\x00-\\x1f]+)+");
    private static final Set<String> NOWHERE = Set.of(".", "..");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param file such as {@code store/store.mv} */
    public record Content(String file, long bytes, String sha256) {
        /** Whether it stays where it belongs when it is taken out, whoever wrote the back-up. */
        boolean isInside() {
            return INSIDE.matcher(file).matches()
                    && List.of(file.split("/")).stream().noneMatch(NOWHERE::contains);
        }
    }

    public long bytes() {
        return files.stream().mapToLong(Content::bytes).sum();
    }

    /** Bytes by part, for a person to read. */
    public Map<String, Long> byPart() {
        Map<String, Long> bytes = new TreeMap<>();
        files.forEach(one -> bytes.merge(one.file().substring(0, one.file().indexOf('/')), one.bytes(), Long::sum));
        return bytes;
    }

    byte[] write() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** @throws tools.jackson.core.JacksonException if it is none */
    static Manifest read(byte[] bytes) {
        return JSON.readValue(bytes, Manifest.class);
    }
}
