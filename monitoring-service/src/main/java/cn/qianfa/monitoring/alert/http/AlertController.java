package cn.qianfa.monitoring.alert.http;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.casework.AcknowledgeCase;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.casework.ReadCases;
import cn.qianfa.monitoring.http.Answers;
import cn.qianfa.monitoring.http.Window;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts: what stands open, and that somebody has seen it. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertController {
    private final ReadCases readCases;
    private final AcknowledgeCase acknowledge;
    private final AlertViews views;
    private final Answers answers;

    AlertController(ReadCases readCases, AcknowledgeCase acknowledge, AlertViews views, Answers answers) {
        this.readCases = readCases;
        this.views = views;
        this.acknowledge = acknowledge;
        this.answers = answers;
    }

    /** Each case's present alert, newest case first. */
    @GetMapping
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String unit,
            Window window,
            Actor actor,
            HttpServletRequest request) {
        var only = Window.choice("state", state, Cases.State.class);
        return readCases
                .page(unit, only, window.after(AlertController::caseOf), window.reach(), actor)
                .map(found -> ResponseEntity.<Object>ok(
                        window.part(found, one -> one.value().id().value(), views.of(found))))
                .orElseGet(() -> answers.notPermitted(request));
    }

    private static Optional<String> caseOf(String after) {
        return CaseId.of(after).map(CaseId::value);
    }

    @PutMapping("/{id}/acknowledgement")
    ResponseEntity<Object> acknowledge(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return AlertId.parse(id)
                .map(alert -> acknowledge.acknowledge(alert.caseId(), alert.round(), actor))
                .map(outcome -> answer(outcome, request))
                .orElseGet(() -> answers.notFound(request));
    }

    /** Whoever cannot stay on it gives it back: the next person is told. */
    @DeleteMapping("/{id}/acknowledgement")
    ResponseEntity<Object> giveBack(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return AlertId.parse(id)
                .map(alert -> acknowledge.giveBack(alert.caseId(), alert.round(), actor))
                .map(outcome -> answer(outcome, request))
                .orElseGet(() -> answers.notFound(request));
    }

    private ResponseEntity<Object> answer(AcknowledgeCase.Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case AcknowledgeCase.Done(var now) -> ResponseEntity.ok(views.of(now));
            case AcknowledgeCase.Unknown unknown -> answers.notFound(request);
            case AcknowledgeCase.NotPermitted refused -> answers.notPermitted(request);
        };
    }
}
