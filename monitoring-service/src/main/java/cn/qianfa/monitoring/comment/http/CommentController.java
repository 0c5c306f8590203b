package cn.qianfa.monitoring.comment.http;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.classification.Signal;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.comment.CommentId;
import cn.qianfa.monitoring.comment.Comments;
import cn.qianfa.monitoring.comment.FlagComment;
import cn.qianfa.monitoring.comment.ReadComments;
import cn.qianfa.monitoring.http.Answers;
import cn.qianfa.monitoring.http.Incoming;
import cn.qianfa.monitoring.http.JsonForm;
import cn.qianfa.monitoring.http.Problem;
import cn.qianfa.monitoring.http.Window;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What officers read and flag. There is no way to take a comment away. */
@RestController
@RequestMapping("/api/v1/comments")
class CommentController {
    private final ReadComments readComments;
    private final FlagComment flagComment;
    private final Answers answers;

    CommentController(ReadComments readComments, FlagComment flagComment, Answers answers) {
        this.readComments = readComments;
        this.flagComment = flagComment;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String post,
            Window window,
            Actor actor,
            HttpServletRequest request) {
        var asked = new ReadComments.Asked(
                unit,
                Window.choice("state", state, Comments.State.class),
                post,
                window.after(CommentController::idOf),
                window.reach());
        return readComments
                .page(asked, actor)
                .map(found -> ResponseEntity.<Object>ok(
                        window.part(found, one -> one.comment().value().id().value(), CommentView::of)))
                .orElseGet(() -> answers.notPermitted(request));
    }

    private static Optional<String> idOf(String after) {
        return CommentId.of(after).map(CommentId::value);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return CommentId.of(id)
                .map(comment -> switch (readComments.find(comment, actor)) {
                    case ReadComments.Found found ->
                        answers.one(found.comment().revision().version(), CommentView.of(found));
                    case ReadComments.Unknown unknown -> answers.notFound(request);
                    case ReadComments.NotPermitted refused -> answers.notPermitted(request);
                })
                .orElseGet(() -> answers.notFound(request));
    }

    @PostMapping("/{id}/flags")
    ResponseEntity<Object> flag(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        return CommentId.of(id)
                .map(comment -> flagComment.flag(
                        comment, command.command(actor), command.content(CommentController::mark), actor))
                .map(outcome -> answer(outcome, request))
                .orElseGet(() -> answers.notFound(request));
    }

    private ResponseEntity<Object> answer(FlagComment.Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case FlagComment.Flagged(var id, var version) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .location(URI.create("/api/v1/comments/" + id.value()))
                        .eTag(Answers.tag(version))
                        .body(Map.of("id", id.value(), "version", version, "state", Comments.State.FLAGGED));
            case FlagComment.Unknown unknown -> answers.notFound(request);
            case FlagComment.NotPermitted refused -> answers.notPermitted(request);
            case FlagComment.KeyReused reused -> answers.refused(request, Problem.KEY_REUSED);
        };
    }

    private static FlagComment.Mark mark(JsonForm form) {
        var mark =
                new FlagComment.Mark(form.choice("urgency", Urgency.class), form.choiceIfAny("reason", Signal.class));
        form.end();
        return mark;
    }
}
