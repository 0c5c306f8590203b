package cn.qianfa.approval.registry.http;

import cn.qianfa.approval.http.Answers;
import cn.qianfa.approval.http.Incoming;
import cn.qianfa.approval.http.JsonForm;
import cn.qianfa.approval.http.Window;
import cn.qianfa.approval.registry.AppointStaff;
import cn.qianfa.approval.registry.Appointment;
import cn.qianfa.approval.registry.EmailAddress;
import cn.qianfa.approval.registry.EndAppointment;
import cn.qianfa.approval.registry.ReadRegistry;
import cn.qianfa.approval.registry.Registered;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appointments and departures. */
@RestController
@RequestMapping("/api/v1")
class StaffController {
    private static final int LONGEST_NAME = 100;

    private final AppointStaff appointStaff;
    private final EndAppointment endAppointment;
    private final ReadRegistry registry;
    private final Answers answers;

    StaffController(AppointStaff appointStaff, EndAppointment endAppointment, ReadRegistry registry, Answers answers) {
        this.appointStaff = appointStaff;
        this.endAppointment = endAppointment;
        this.registry = registry;
        this.answers = answers;
    }

    /** A member of staff as they are answered; who left has neither name nor roles here any more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            long version,
            String unit,
            Appointment.State state,
            @Nullable String name,
            List<Role> roles,
            @Nullable Instant since,
            Instant at,
            @Nullable String email) {
        static View of(Versioned<Appointment> found, boolean withAddress) {
            var version = found.revision().version();
            return switch (found.value()) {
                case Appointment.Held held ->
                    new View(
                            held.id(),
                            version,
                            held.unit(),
                            held.state(),
                            held.name(),
                            held.roles().stream().sorted().toList(),
                            held.since(),
                            held.at(),
                            withAddress ? held.email() : null);
                case Appointment.Ended ended ->
                    new View(ended.id(), version, ended.unit(), ended.state(), null, List.of(), null, ended.at(), null);
            };
        }
    }

    /** By id. */
    @GetMapping("/units/{unit}/staff")
    ResponseEntity<Object> list(@PathVariable String unit, Window window, Actor actor, HttpServletRequest request) {
        return registry.staff(unit, actor, window.after(Optional::of), window.reach())
                .<ResponseEntity<Object>>map(found ->
                        ResponseEntity.ok(window.part(found, one -> one.value().id(), one -> view(one, actor))))
                .orElseGet(() -> answers.notFound(request));
    }

    @PostMapping("/units/{unit}/staff")
    ResponseEntity<Object> appoint(
            @PathVariable String unit, Incoming command, Actor actor, HttpServletRequest request) {
        var outcome = appointStaff.appoint(unit, command.asked(actor, StaffController::form));
        return answers.of(request, outcome, HttpStatus.CREATED, StaffController::at);
    }

    @GetMapping("/staff/{id}")
    ResponseEntity<Object> one(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return registry.member(id, actor)
                .map(found -> answers.one(found.revision().version(), view(found, actor)))
                .orElseGet(() -> answers.notFound(request));
    }

    @PostMapping("/staff/{id}/departure")
    ResponseEntity<Object> leave(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        var outcome = endAppointment.end(id, command.asked(actor));
        return answers.of(request, outcome, HttpStatus.OK, StaffController::at);
    }

    private View view(Versioned<Appointment> found, Actor actor) {
        return View.of(found, registry.knowsAddressOf(found.value(), actor));
    }

    private static String at(String id) {
        return "/api/v1/staff/" + id;
    }

    private static AppointStaff.Form form(JsonForm form) {
        var id = form.text("id", text -> Registered.ID.matcher(text).matches(), "expected.staff");
        var name = form.text("name", LONGEST_NAME);
        var roles = form.choices("roles", Role.class);
        var email = form.textIfAny("email", text -> text.isEmpty() || EmailAddress.isOne(text), "expected.email");
        form.end();
        return new AppointStaff.Form(id, name, roles, email);
    }
}
