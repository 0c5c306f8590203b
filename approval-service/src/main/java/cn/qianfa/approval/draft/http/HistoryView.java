package cn.qianfa.approval.draft.http;

import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.Entry;
import cn.qianfa.contracts.delivery.Versioned;
import java.time.Instant;
import java.util.List;

/** What people did with a draft, newest first. */
record HistoryView(List<Act> items) {
    record Act(
            Entry.Act act,
            String by,
            List<String> roles,
            int submission,
            String contentHash,
            String reason,
            Instant at) {
        static Act of(Entry entry) {
            return new Act(
                    entry.act(),
                    entry.by().staff(),
                    entry.by().roles(),
                    entry.submission(),
                    entry.contentHash(),
                    entry.reason(),
                    entry.at());
        }
    }

    static HistoryView of(Versioned<Draft> found) {
        return new HistoryView(found.value().manuscript().history().reversed().stream()
                .map(Act::of)
                .toList());
    }
}
