package cn.qianfa.approval.draft;

import cn.qianfa.contracts.event.By;
import java.time.Instant;

/**
 * One human act in a draft's history.
 *
 * @param submission which submission it was about; 0 before the first
 * @param contentHash of the content as it was after the act
 * @param reason as given by the person; empty where none was needed
 */
public record Entry(Act act, By by, int submission, String contentHash, String reason, Instant at) {
    /** What was done. */
    public enum Act {
        WRITTEN,
        EDITED,
        SUBMITTED,
        RECALLED,
        RETURNED,
        SIGNED,
        RELEASED
    }
}
