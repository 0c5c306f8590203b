package cn.qianfa.monitoring.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;

/** Names a digest after what is in it: the same alerts are the same digest, others are another. */
final class DigestId {
    private DigestId() {}

    static String of(List<String> alerts) {
        var content = String.join("\n", alerts.stream().sorted().toList());
        return "digest." + UUID.nameUUIDFromBytes(content.getBytes(UTF_8));
    }
}
