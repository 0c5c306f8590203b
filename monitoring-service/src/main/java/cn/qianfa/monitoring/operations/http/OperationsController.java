package cn.qianfa.monitoring.operations.http;

import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import cn.qianfa.contracts.delivery.inbox.Interventions.What;
import cn.qianfa.contracts.delivery.inbox.Operations;
import cn.qianfa.contracts.delivery.inbox.Operations.Asked;
import cn.qianfa.contracts.delivery.inbox.Operations.Outcome.AnotherFirst;
import cn.qianfa.contracts.delivery.inbox.Operations.Outcome.Gone;
import cn.qianfa.contracts.delivery.inbox.Operations.Outcome.KeyReused;
import cn.qianfa.contracts.delivery.inbox.Operations.Outcome.NotPermitted;
import cn.qianfa.contracts.delivery.inbox.Operations.Outcome.Replayed;
import cn.qianfa.contracts.delivery.inbox.Operations.Outcome.Unfit;
import cn.qianfa.contracts.delivery.inbox.Operations.Wish;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.http.BadRequest;
import cn.qianfa.monitoring.http.Breach;
import cn.qianfa.monitoring.http.Incoming;
import cn.qianfa.monitoring.http.JsonForm;
import cn.qianfa.monitoring.http.Problem;
import cn.qianfa.monitoring.http.Problems;
import cn.qianfa.monitoring.http.ReaderLanguage;
import cn.qianfa.monitoring.http.Window;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events this service could not apply, for an administrator of the district. They may quote citizens: never logged. */
@RestController
@RequestMapping("/api/v1/operations/monitoring")
class OperationsController {
    private static final int LONGEST_EVENT = 200;

    private final Operations operations;
    private final Problems problems;

    OperationsController(Operations operations, Problems problems) {
        this.operations = operations;
        this.problems = problems;
    }

    /** By consumer and key. */
    @GetMapping("/parked")
    ResponseEntity<Object> parked(Window window, Actor actor, HttpServletRequest request) {
        if (!operations.permits(actor)) {
            return problems.of(request, Problem.NOT_PERMITTED);
        }
        var found = operations.parked(window.after(Operations::read), window.reach());
        var language = ReaderLanguage.of(request);
        return said(window.part(found, one -> Operations.shown(one.id()), one -> one.shown(language)));
    }

    /** Newest first. */
    @GetMapping("/interventions")
    ResponseEntity<Object> interventions(Window window, Actor actor, HttpServletRequest request) {
        if (!operations.permits(actor)) {
            return problems.of(request, Problem.NOT_PERMITTED);
        }
        var found = operations.interventions(window.after(Optional::of), window.reach());
        return ResponseEntity.ok(window.part(found, Intervention::id, Intervention::shown));
    }

    @PostMapping("/parked/{id}/replay")
    ResponseEntity<Object> replay(@PathVariable String id, Incoming sent, Actor actor, HttpServletRequest request) {
        return act(What.REPLAY, asked(id, sent, actor, OperationsController::again), request);
    }

    @PostMapping("/parked/{id}/repair")
    ResponseEntity<Object> repair(@PathVariable String id, Incoming sent, Actor actor, HttpServletRequest request) {
        return act(What.REPAIR, asked(id, sent, actor, OperationsController::repair), request);
    }

    @PostMapping("/parked/{id}/skip")
    ResponseEntity<Object> skip(@PathVariable String id, Incoming sent, Actor actor, HttpServletRequest request) {
        return act(What.SKIP, asked(id, sent, actor, OperationsController::skip), request);
    }

    private static Asked asked(String id, Incoming sent, Actor actor, Function<JsonForm, Wish> reader) {
        return new Asked(id, actor, sent.command(actor), sent.content(reader));
    }

    private static Wish again(JsonForm form) {
        form.end();
        return Wish.AGAIN;
    }

    private static Wish repair(JsonForm form) {
        var payload = form.text("payload", text -> !text.isBlank(), "expected.payload-text");
        var wish = new Wish(event(form), payload, reason(form));
        form.end();
        return wish;
    }

    private static Wish skip(JsonForm form) {
        var wish = new Wish(event(form), "", reason(form));
        form.end();
        return wish;
    }

    private static String event(JsonForm form) {
        return form.text(
                "event", text -> !text.isBlank() && text.length() <= LONGEST_EVENT, "expected.text", LONGEST_EVENT);
    }

    private static String reason(JsonForm form) {
        return form.text("reason", Wish::isReason, "expected.text", Wish.LONGEST_REASON);
    }

    private ResponseEntity<Object> act(What what, Asked asked, HttpServletRequest request) {
        return switch (operations.act(what, asked)) {
            case Replayed(var answer) -> said(answer.shown(ReaderLanguage.of(request)));
            case NotPermitted _ -> problems.of(request, Problem.NOT_PERMITTED);
            case Gone _ -> problems.of(request, Problem.NOT_FOUND);
            case AnotherFirst _ -> problems.of(request, Problem.WRONG_STATE);
            case KeyReused _ -> problems.of(request, Problem.KEY_REUSED);
            case Unfit(var field, var why) ->
                throw new BadRequest(Problem.INVALID, Breach.of(field, null, "expected.payload", why));
        };
    }

    private static ResponseEntity<Object> said(Object body) {
        return ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT_LANGUAGE).body(body);
    }
}
