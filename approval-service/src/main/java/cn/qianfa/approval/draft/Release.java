package cn.qianfa.approval.draft;

import cn.qianfa.contracts.event.By;
import java.time.Instant;
import java.util.List;

/**
 * The act by which a signed draft goes out (article 7).
 *
 * @param accounts where to, each once
 * @param publishAt not before
 */
public record Release(By by, List<String> accounts, Instant publishAt, Instant at) {
    public Release {
        accounts = List.copyOf(accounts);
    }
}
