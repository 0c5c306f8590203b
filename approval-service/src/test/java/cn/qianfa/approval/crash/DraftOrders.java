package cn.qianfa.approval.crash;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.People;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.draft.Category;
import cn.qianfa.approval.draft.Content;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.RecallDraft;
import cn.qianfa.approval.draft.SubmitDraft;
import cn.qianfa.approval.draft.WriteDraft;
import cn.qianfa.contracts.crash.CrashingService.Orders;
import java.util.List;
import org.springframework.context.annotation.Bean;

/**
 * A drafter at work: {@code write KEY}, {@code submit DRAFT KEY}, {@code recall DRAFT}. Not found by scanning: each test
 * names its own.
 */
class DraftOrders {
    @Bean
    Orders drafter(WriteDraft writeDraft, SubmitDraft submitDraft, RecallDraft recallDraft) {
        return order -> {
            var words = order.split(" ");
            return switch (words[0]) {
                case "write" -> said(writeDraft.write(Asking.by(People.DRAFTER, words[1], "hash", text(words[1]))));
                case "submit" ->
                    said(submitDraft.submit(new DraftId(words[1]), Asking.by(People.DRAFTER, words[2], "hash")));
                case "recall" -> said(recallDraft.recall(new DraftId(words[1]), People.DRAFTER));
                default -> throw new IllegalArgumentException(order);
            };
        };
    }

    private static Content text(String of) {
        return new Content(Category.CONVENIENCE, Importance.ORDINARY, "周末开诊 " + of, List.of());
    }

    private static String said(Outcome outcome) {
        return outcome instanceof Outcome.Done(var id, var version, var _) ? id + ' ' + version : outcome.toString();
    }
}
