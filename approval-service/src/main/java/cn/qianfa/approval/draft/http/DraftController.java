package cn.qianfa.approval.draft.http;

import cn.qianfa.approval.draft.Category;
import cn.qianfa.approval.draft.Content;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.EditDraft;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.RecallDraft;
import cn.qianfa.approval.draft.SubmitDraft;
import cn.qianfa.approval.draft.WriteDraft;
import cn.qianfa.approval.http.Answers;
import cn.qianfa.approval.http.Incoming;
import cn.qianfa.approval.http.JsonForm;
import cn.qianfa.contracts.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writing, changing, submitting and recalling. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftController {
    private final WriteDraft writeDraft;
    private final EditDraft editDraft;
    private final SubmitDraft submitDraft;
    private final RecallDraft recallDraft;
    private final Answers answers;

    DraftController(
            WriteDraft writeDraft,
            EditDraft editDraft,
            SubmitDraft submitDraft,
            RecallDraft recallDraft,
            Answers answers) {
        this.writeDraft = writeDraft;
        this.editDraft = editDraft;
        this.submitDraft = submitDraft;
        this.recallDraft = recallDraft;
        this.answers = answers;
    }

    @PostMapping
    ResponseEntity<Object> write(Incoming command, Actor actor, HttpServletRequest request) {
        var outcome = writeDraft.write(command.asked(actor, DraftController::content));
        return answers.of(request, outcome, HttpStatus.CREATED, DraftController::at);
    }

    @PutMapping("/{id}")
    ResponseEntity<Object> edit(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        return DraftId.of(id)
                .map(draft ->
                        editDraft.edit(draft, actor, command.content(DraftController::content), command.version()))
                .map(outcome -> answers.of(request, outcome, HttpStatus.OK, DraftController::at))
                .orElseGet(() -> answers.notFound(request));
    }

    @PostMapping("/{id}/submission")
    ResponseEntity<Object> submit(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        return DraftId.of(id)
                .map(draft -> submitDraft.submit(draft, command.asked(actor)))
                .map(outcome -> answers.of(request, outcome, HttpStatus.ACCEPTED, DraftController::at))
                .orElseGet(() -> answers.notFound(request));
    }

    @DeleteMapping("/{id}/submission")
    ResponseEntity<Object> recall(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return DraftId.of(id)
                .map(draft -> recallDraft.recall(draft, actor))
                .map(outcome -> answers.of(request, outcome, HttpStatus.OK, DraftController::at))
                .orElseGet(() -> answers.notFound(request));
    }

    private static String at(String id) {
        return "/api/v1/drafts/" + id;
    }

    private static Content content(JsonForm form) {
        var category = form.choiceIfAny("category", Category.class);
        var importance = form.choice("importance", Importance.class);
        var text = form.text("text", Content::isText, "expected.text", Content.LONGEST_TEXT);
        form.end();
        return new Content(category, importance, text, List.of());
    }
}
