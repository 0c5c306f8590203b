package cn.qianfa.monitoring.casework.http;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.casework.ReadCases;
import cn.qianfa.monitoring.http.Answers;
import cn.qianfa.monitoring.http.Window;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, for those whose duty they are. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {
    private final ReadCases readCases;
    private final Answers answers;

    CaseController(ReadCases readCases, Answers answers) {
        this.readCases = readCases;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            Window window,
            Actor actor,
            HttpServletRequest request) {
        var only = Window.choice("state", state, Cases.State.class);
        return readCases
                .page(unit, only, window.after(CaseController::idOf), window.reach(), actor)
                .map(found -> ResponseEntity.<Object>ok(
                        window.part(found, one -> one.value().id().value(), CaseView::of)))
                .orElseGet(() -> answers.notPermitted(request));
    }

    private static Optional<String> idOf(String after) {
        return CaseId.of(after).map(CaseId::value);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return CaseId.of(id)
                .map(known -> switch (readCases.find(known, actor)) {
                    case ReadCases.Found(var found) ->
                        answers.one(found.revision().version(), CaseView.of(found));
                    case ReadCases.Unknown unknown -> answers.notFound(request);
                    case ReadCases.NotPermitted refused -> answers.notPermitted(request);
                })
                .orElseGet(() -> answers.notFound(request));
    }
}
