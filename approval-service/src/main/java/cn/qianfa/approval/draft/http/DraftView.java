package cn.qianfa.approval.draft.http;

import cn.qianfa.approval.draft.Category;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.Entry;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.Release;
import cn.qianfa.approval.draft.Signature;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Approved.PassedWarning;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is answered.
 *
 * @param returnedFor why it came back, as long as nobody did anything about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftView(
        String id,
        long version,
        String unit,
        Draft.State state,
        String author,
        List<String> writers,
        @Nullable Category category,
        Importance importance,
        String text,
        List<String> media,
        String contentHash,
        int submission,
        Checked checked,
        @Nullable Signed signature,
        @Nullable Released release,
        @Nullable String returnedFor,
        Instant changedAt) {
    record Signed(String by, String step, String contentHash, List<PassedWarning> overrides, Instant at) {
        static Signed of(Signature given) {
            return new Signed(given.by().staff(), given.step(), given.contentHash(), given.overrides(), given.at());
        }
    }

    record Released(String by, List<String> accounts, Instant publishAt, Instant at) {
        static Released of(Release given) {
            return new Released(given.by().staff(), given.accounts(), given.publishAt(), given.at());
        }
    }

    static DraftView of(Versioned<Draft> found) {
        var draft = found.value();
        var manuscript = draft.manuscript();
        var content = manuscript.content();
        return new DraftView(
                draft.id().value(),
                found.revision().version(),
                draft.unit(),
                draft.state(),
                manuscript.author(),
                manuscript.writers().stream().sorted().toList(),
                content.category(),
                content.importance(),
                content.text(),
                content.media(),
                content.hash(),
                manuscript.submissions(),
                Checked.of(draft),
                signed(draft),
                draft instanceof Draft.Released released ? Released.of(released.release()) : null,
                returnedFor(manuscript.history().getLast()),
                manuscript.history().getLast().at());
    }

    private static @Nullable Signed signed(Draft draft) {
        return switch (draft) {
            case Draft.Signed signed -> Signed.of(signed.signature());
            case Draft.Released released -> Signed.of(released.signature());
            case Draft.Written _, Draft.Submitted _, Draft.Expired _ -> null;
        };
    }

    private static @Nullable String returnedFor(Entry last) {
        return last.act() == Entry.Act.RETURNED ? last.reason() : null;
    }
}
