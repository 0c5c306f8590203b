package cn.qianfa.approval.draft.http;

import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.ReadDrafts;
import cn.qianfa.approval.http.Answers;
import cn.qianfa.approval.http.ReaderLanguage;
import cn.qianfa.approval.http.Window;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading drafts, their findings and their history. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftReadController {
    private final ReadDrafts readDrafts;
    private final Answers answers;

    DraftReadController(ReadDrafts readDrafts, Answers answers) {
        this.readDrafts = readDrafts;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String state,
            Window window,
            Actor actor,
            HttpServletRequest request) {
        var only = Window.choice("state", state, Draft.State.class);
        var after = window.after(DraftId::of);
        return readDrafts
                .list(actor, only, after, window.reach())
                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(
                        window.part(found, one -> one.value().id().value(), DraftLine::of)))
                .orElseGet(() -> answers.notPermitted(request));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return answer(id, actor, request, DraftView::of);
    }

    @GetMapping("/{id}/findings")
    ResponseEntity<Object> findings(@PathVariable String id, Actor actor, HttpServletRequest request) {
        var language = ReaderLanguage.of(request);
        return answer(id, actor, request, found -> FindingsView.of(found, language));
    }

    @GetMapping("/{id}/history")
    ResponseEntity<Object> history(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return answer(id, actor, request, HistoryView::of);
    }

    private ResponseEntity<Object> answer(
            String id, Actor actor, HttpServletRequest request, Function<Versioned<Draft>, Object> shown) {
        return DraftId.of(id)
                .flatMap(draft -> readDrafts.one(draft, actor))
                .map(found -> answers.one(found.revision().version(), shown.apply(found)))
                .orElseGet(() -> answers.notFound(request));
    }
}
