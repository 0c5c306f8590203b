package cn.qianfa.approval.publication.http;

import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.http.Answers;
import cn.qianfa.approval.http.Incoming;
import cn.qianfa.approval.http.JsonForm;
import cn.qianfa.approval.http.Window;
import cn.qianfa.approval.publication.CancelPublication;
import cn.qianfa.approval.publication.Publication;
import cn.qianfa.approval.publication.PublicationId;
import cn.qianfa.approval.publication.ReadPublications;
import cn.qianfa.approval.publication.ResolvePublication;
import cn.qianfa.contracts.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publications, calling them off, and deciding what became of them. */
@RestController
@RequestMapping("/api/v1/publications")
class PublicationController {
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_POST = 200;

    private final ReadPublications readPublications;
    private final CancelPublication cancelPublication;
    private final ResolvePublication resolvePublication;
    private final Answers answers;

    PublicationController(
            ReadPublications readPublications,
            CancelPublication cancelPublication,
            ResolvePublication resolvePublication,
            Answers answers) {
        this.readPublications = readPublications;
        this.cancelPublication = cancelPublication;
        this.resolvePublication = resolvePublication;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String draft,
            Window window,
            Actor actor,
            HttpServletRequest request) {
        var only = Window.choice("state", state, Publication.State.class);
        var of = new Window(window.limit(), draft).after(DraftId::of);
        return readPublications
                .list(actor, only, of, window.after(PublicationId::of), window.reach())
                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(
                        window.part(found, one -> one.value().id().value(), PublicationView::of)))
                .orElseGet(() -> answers.notPermitted(request));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return PublicationId.of(id)
                .flatMap(publication -> readPublications.one(publication, actor))
                .map(found -> answers.one(found.revision().version(), PublicationView.of(found)))
                .orElseGet(() -> answers.notFound(request));
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<Object> cancel(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        return PublicationId.of(id)
                .map(publication ->
                        cancelPublication.cancel(publication, command.asked(actor, PublicationController::reason)))
                .map(outcome -> answers.of(request, outcome, HttpStatus.OK, PublicationController::at))
                .orElseGet(() -> answers.notFound(request));
    }

    @PostMapping("/{id}/resolution")
    ResponseEntity<Object> resolve(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        return PublicationId.of(id)
                .map(publication ->
                        resolvePublication.resolve(publication, command.asked(actor, PublicationController::seen)))
                .map(outcome -> answers.of(request, outcome, HttpStatus.OK, PublicationController::at))
                .orElseGet(() -> answers.notFound(request));
    }

    private static String at(String id) {
        return "/api/v1/publications/" + id;
    }

    private static String reason(JsonForm form) {
        var reason = form.text("reason", LONGEST_REASON);
        form.end();
        return reason;
    }

    /** What a person saw on the platform. */
    private enum Seen {
        POSTED,
        NOT_POSTED
    }

    private static ResolvePublication.Form seen(JsonForm form) {
        var seen = form.choice("outcome", Seen.class);
        var evidence = form.text("evidence", LONGEST_REASON);
        return switch (seen) {
            case POSTED -> {
                var post = form.text("post", LONGEST_POST);
                var address = form.text("address", PublicationController::isAddress, "expected.address");
                form.end();
                yield new ResolvePublication.Form.Found(post, address, evidence);
            }
            case NOT_POSTED -> {
                form.end();
                yield new ResolvePublication.Form.NotFound(evidence);
            }
        };
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && text.matches("https?://[!-~]+|/[!-~]*");
    }
}
