package cn.qianfa.gateway.operations.http;

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
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.gateway.http.Breach;
import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events of the registry the gateway could not mirror, for an administrator of the district; never logged. */
@RestController
@RequestMapping("/api/v1/operations/gateway")
class OperationsController {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Operations operations;
    private final Problems problems;
    private final Orders orders;

    OperationsController(Operations operations, Problems problems, Orders orders) {
        this.operations = operations;
        this.problems = problems;
        this.orders = orders;
    }

    /** A part of a list, as it is answered. */
    record Part(List<?> items, @Nullable String next) {}

    /** By consumer and key. */
    @GetMapping("/parked")
    ResponseEntity<?> parked(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            HttpServletRequest request) {
        if (!operations.permits(actor)) {
            return problems.answer(request, Problem.NOT_PERMITTED);
        }
        var language = Problems.language(request);
        return said(part(
                limit,
                after(after, Operations::read),
                operations::parked,
                one -> Operations.shown(one.id()),
                one -> one.shown(language)));
    }

    /** Newest first. */
    @GetMapping("/interventions")
    ResponseEntity<?> interventions(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            HttpServletRequest request) {
        if (!operations.permits(actor)) {
            return problems.answer(request, Problem.NOT_PERMITTED);
        }
        return ResponseEntity.ok(part(limit, after, operations::interventions, Intervention::id, Intervention::shown));
    }

    private static @Nullable String after(@Nullable String given, Function<String, Optional<String>> read) {
        return given == null
                ? null
                : read.apply(given).orElseThrow(() -> new Orders.Refused(new Breach("after", given, "expected.after")));
    }

    private static <T> Part part(
            @Nullable String limit,
            @Nullable String after,
            BiFunction<@Nullable String, Integer, List<T>> list,
            Function<T, String> id,
            Function<T, ?> shown) {
        var most = limit == null ? USUAL : limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
        if (most < 1 || most > MOST) {
            throw new Orders.Refused(new Breach("limit", limit, "expected.limit", List.of(MOST)));
        }
        var found = list.apply(after, most + 1);
        var here = found.subList(0, Math.min(most, found.size()));
        return new Part(here.stream().map(shown).toList(), found.size() > most ? id.apply(here.getLast()) : null);
    }

    @PostMapping("/parked/{id}/replay")
    ResponseEntity<?> replay(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor,
            HttpServletRequest request) {
        return act(What.REPLAY, orders.asked(id, actor, request, body, Orders::again), request);
    }

    @PostMapping("/parked/{id}/repair")
    ResponseEntity<?> repair(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor,
            HttpServletRequest request) {
        return act(What.REPAIR, orders.asked(id, actor, request, body, Orders::repair), request);
    }

    @PostMapping("/parked/{id}/skip")
    ResponseEntity<?> skip(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor,
            HttpServletRequest request) {
        return act(What.SKIP, orders.asked(id, actor, request, body, Orders::skip), request);
    }

    private ResponseEntity<?> act(What what, Asked asked, HttpServletRequest request) {
        return switch (operations.act(what, asked)) {
            case Replayed(var answer) -> said(answer.shown(Problems.language(request)));
            case NotPermitted _ -> problems.answer(request, Problem.NOT_PERMITTED);
            case Gone _ -> problems.answer(request, Problem.NOT_FOUND);
            case AnotherFirst _ -> problems.answer(request, Problem.WRONG_STATE);
            case KeyReused _ -> problems.answer(request, Problem.KEY_REUSED);
            case Unfit(var field, var why) ->
                throw new Orders.Refused(new Breach(field, null, "expected.payload", List.of(why)));
        };
    }

    @ExceptionHandler
    ResponseEntity<?> refused(Orders.Refused why, HttpServletRequest request) {
        return problems.answer(request, why.problem(), why.breaches());
    }

    private static ResponseEntity<?> said(Object body) {
        return ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT_LANGUAGE).body(body);
    }
}
