package cn.qianfa.approval.draft.http;

import cn.qianfa.approval.draft.Category;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.contracts.delivery.Versioned;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A draft in a list, with the beginning of its text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftLine(
        String id,
        long version,
        String unit,
        Draft.State state,
        String author,
        @Nullable Category category,
        Importance importance,
        String excerpt,
        int submission,
        Checked checked,
        Instant changedAt) {
    private static final int LONGEST_EXCERPT = 100;

    static DraftLine of(Versioned<Draft> found) {
        var draft = found.value();
        var manuscript = draft.manuscript();
        var content = manuscript.content();
        return new DraftLine(
                draft.id().value(),
                found.revision().version(),
                draft.unit(),
                draft.state(),
                manuscript.author(),
                content.category(),
                content.importance(),
                excerpt(content.text()),
                manuscript.submissions(),
                Checked.of(draft),
                manuscript.history().getLast().at());
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT)) + '…';
    }
}
