package cn.qianfa.approval.draft;

import cn.qianfa.contracts.event.Approved.PassedWarning;
import cn.qianfa.contracts.event.By;
import java.time.Instant;
import java.util.List;

/**
 * A person's name under exactly one content (article 7).
 *
 * @param contentHash the content it stands under; under any other it is void
 * @param step the role it was given in
 * @param overrides warnings the signer let pass, and why
 */
public record Signature(By by, String contentHash, String step, List<PassedWarning> overrides, Instant at) {
    public Signature {
        overrides = List.copyOf(overrides);
    }
}
