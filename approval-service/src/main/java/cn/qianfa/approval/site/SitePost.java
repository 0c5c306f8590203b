package cn.qianfa.approval.site;

import java.time.Instant;

/**
 * One post on the public pages.
 *
 * @param id a UUIDv7, so that ids sort by time
 * @param marker the publication it is; never on two posts
 */
public record SitePost(String id, String marker, String account, String unit, String text, Instant at) {
    private static final int LONGEST_TITLE = 40;

    /** The first line, shortened to what a list shows. */
    public String title() {
        var line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + '…';
    }

    /** Its path on the pages. */
    public String address() {
        return "/site/" + account + "/posts/" + id;
    }
}
