package cn.qianfa.approval.registry.http;

import cn.qianfa.approval.http.Answers;
import cn.qianfa.approval.http.Incoming;
import cn.qianfa.approval.http.JsonForm;
import cn.qianfa.approval.http.Window;
import cn.qianfa.approval.registry.ReadRegistry;
import cn.qianfa.approval.registry.RegisterUnit;
import cn.qianfa.approval.registry.Unit;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Units. */
@RestController
@RequestMapping("/api/v1/units")
class UnitController {
    private static final int LONGEST_NAME = 100;

    private final RegisterUnit registerUnit;
    private final ReadRegistry registry;
    private final Answers answers;

    UnitController(RegisterUnit registerUnit, ReadRegistry registry, Answers answers) {
        this.registerUnit = registerUnit;
        this.registry = registry;
        this.answers = answers;
    }

    /** A unit as it is answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id, long version, String name, @Nullable String parent, Instant at) {
        static View of(Versioned<Unit> found) {
            var unit = found.value();
            return new View(unit.id(), found.revision().version(), unit.name(), unit.parent(), unit.at());
        }
    }

    /** By id. */
    @GetMapping
    ResponseEntity<Object> list(Window window, Actor actor) {
        var found = registry.units(actor, window.after(Optional::of), window.reach());
        return ResponseEntity.ok(window.part(found, unit -> unit.value().id(), View::of));
    }

    @PostMapping
    ResponseEntity<Object> register(Incoming command, Actor actor, HttpServletRequest request) {
        var outcome = registerUnit.register(command.asked(actor, UnitController::form));
        return answers.of(request, outcome, HttpStatus.CREATED, id -> "/api/v1/units/" + id);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return registry.unit(id, actor)
                .map(found -> answers.one(found.revision().version(), View.of(found)))
                .orElseGet(() -> answers.notFound(request));
    }

    private static RegisterUnit.Form form(JsonForm form) {
        var id = form.text("id", text -> Unit.ID.matcher(text).matches(), "expected.unit");
        var name = form.text("name", LONGEST_NAME);
        var parent = form.text("parent", text -> Unit.ID.matcher(text).matches(), "expected.unit");
        form.end();
        return new RegisterUnit.Form(id, name, parent);
    }
}
