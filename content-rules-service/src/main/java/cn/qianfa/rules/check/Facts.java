package cn.qianfa.rules.check;

import cn.qianfa.rules.engine.Content;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** What was true when a content was handed in, as its event tells it. */
final class Facts {
    private static final ZoneId DAYS = ZoneId.of("Asia/Shanghai");

    private Facts() {}

    static Content.Facts of(Instant at) {
        return new Content.Facts(at.atZone(DAYS).toLocalDate(), Set.of());
    }
}
