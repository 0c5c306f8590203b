package cn.qianfa.approval.publication.http;

import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.http.Answers;
import cn.qianfa.approval.http.Incoming;
import cn.qianfa.approval.http.JsonForm;
import cn.qianfa.approval.publication.ReleaseDraft;
import cn.qianfa.contracts.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sending signed drafts out. */
@RestController
class ReleaseController {
    private static final int MOST_ACCOUNTS = 20;

    private final ReleaseDraft releaseDraft;
    private final Answers answers;

    ReleaseController(ReleaseDraft releaseDraft, Answers answers) {
        this.releaseDraft = releaseDraft;
        this.answers = answers;
    }

    /** Accepted: the publications come into being a moment later, found by their draft. */
    @PostMapping("/api/v1/drafts/{id}/publications")
    ResponseEntity<Object> release(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        return DraftId.of(id)
                .map(draft -> releaseDraft.release(draft, command.asked(actor, ReleaseController::form)))
                .map(outcome -> answers.of(
                        request, outcome, HttpStatus.ACCEPTED, draft -> "/api/v1/publications?draft=" + draft))
                .orElseGet(() -> answers.notFound(request));
    }

    private static ReleaseDraft.Form form(JsonForm form) {
        var accounts = form.texts("accounts", MOST_ACCOUNTS);
        var at = form.instantIfAny("at");
        form.end();
        return new ReleaseDraft.Form(accounts, at);
    }
}
