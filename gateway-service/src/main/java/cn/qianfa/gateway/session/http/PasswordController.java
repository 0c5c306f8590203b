package cn.qianfa.gateway.session.http;

import cn.qianfa.gateway.credential.ChangePassword;
import cn.qianfa.gateway.credential.ChangePassword.Outcome.Changed;
import cn.qianfa.gateway.credential.ChangePassword.Outcome.Wait;
import cn.qianfa.gateway.credential.ChangePassword.Outcome.Weak;
import cn.qianfa.gateway.credential.ChangePassword.Outcome.WrongPassword;
import cn.qianfa.gateway.http.Breach;
import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import cn.qianfa.gateway.session.Sessions;
import cn.qianfa.gateway.session.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PasswordController {
    private final ChangePassword changePassword;
    private final Sessions sessions;
    private final Problems problems;

    PasswordController(ChangePassword changePassword, Sessions sessions, Problems problems) {
        this.changePassword = changePassword;
        this.sessions = sessions;
        this.problems = problems;
    }

    /** What is sent to change a password; knowing the current one stands for {@code If-Match}. */
    record Given(@Nullable String current, @Nullable String password) {}

    @PutMapping("/api/v1/me/password")
    ResponseEntity<?> change(
            @RequestBody Given given, @AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        if (given.current() == null || given.password() == null) {
            return invalid(request, given.current() == null ? "current" : "password", "expected.text");
        }
        var staff = who.actor().id();
        return switch (changePassword.change(staff, given.current(), given.password())) {
            case Changed _ -> {
                sessions.endAllOfBut(staff, who.session());
                yield ResponseEntity.noContent().build();
            }
            case WrongPassword _ -> invalid(request, "current", "expected.current-password");
            case Weak(var breaches) ->
                problems.answer(
                        request,
                        Problem.INVALID,
                        breaches.stream()
                                .map(rule -> new Breach("password", null, rule.words()))
                                .toList());
            case Wait(var left) -> problems.later(request, Problem.TOO_MANY_REQUESTS, left);
        };
    }

    private ResponseEntity<?> invalid(HttpServletRequest request, String field, String expected) {
        return problems.answer(request, Problem.INVALID, List.of(new Breach(field, null, expected)));
    }
}
