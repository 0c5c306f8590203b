package cn.qianfa.approval.signoff.http;

import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.http.Answers;
import cn.qianfa.approval.http.Incoming;
import cn.qianfa.approval.http.JsonForm;
import cn.qianfa.approval.signoff.ReturnDraft;
import cn.qianfa.approval.signoff.SignDraft;
import cn.qianfa.approval.signoff.Step;
import cn.qianfa.contracts.event.Approved.PassedWarning;
import cn.qianfa.contracts.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing drafts and sending them back. */
@RestController
@RequestMapping("/api/v1/drafts/{id}")
class SignoffController {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_RULE = 200;
    private static final int MOST_OVERRIDES = 100;

    private final SignDraft signDraft;
    private final ReturnDraft returnDraft;
    private final Answers answers;

    SignoffController(SignDraft signDraft, ReturnDraft returnDraft, Answers answers) {
        this.signDraft = signDraft;
        this.returnDraft = returnDraft;
        this.answers = answers;
    }

    @PostMapping("/sign-offs")
    ResponseEntity<Object> sign(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        return DraftId.of(id)
                .map(draft -> signDraft.sign(draft, command.asked(actor, SignoffController::signature)))
                .map(outcome -> answers.of(request, outcome, HttpStatus.OK, SignoffController::at))
                .orElseGet(() -> answers.notFound(request));
    }

    @PostMapping("/returns")
    ResponseEntity<Object> giveBack(
            @PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        return DraftId.of(id)
                .map(draft -> returnDraft.giveBack(draft, command.asked(actor, SignoffController::reason)))
                .map(outcome -> answers.of(request, outcome, HttpStatus.OK, SignoffController::at))
                .orElseGet(() -> answers.notFound(request));
    }

    private static String at(String id) {
        return "/api/v1/drafts/" + id;
    }

    private static SignDraft.Form signature(JsonForm form) {
        var hash = form.text("contentHash", text -> HASH.matcher(text).matches(), "expected.hash");
        var step = form.choice("step", Step.class);
        var overrides = form.forms("overrides", MOST_OVERRIDES);
        var passed = overrides.stream().map(SignoffController::passed).toList();
        form.end();
        return new SignDraft.Form(hash, step, List.copyOf(passed));
    }

    private static PassedWarning passed(JsonForm override) {
        var rule = override.text("rule", LONGEST_RULE);
        var reason = override.text("reason", LONGEST_REASON);
        override.end();
        return new PassedWarning(rule, reason);
    }

    private static String reason(JsonForm form) {
        var reason = form.text("reason", LONGEST_REASON);
        form.end();
        return reason;
    }
}
