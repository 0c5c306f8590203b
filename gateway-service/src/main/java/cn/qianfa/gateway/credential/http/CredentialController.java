package cn.qianfa.gateway.credential.http;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.gateway.credential.IssueActivationCode;
import cn.qianfa.gateway.credential.PasswordRules;
import cn.qianfa.gateway.credential.SetPassword;
import cn.qianfa.gateway.credential.SetPassword.Outcome.Done;
import cn.qianfa.gateway.credential.SetPassword.Outcome.KeyReused;
import cn.qianfa.gateway.credential.SetPassword.Outcome.UnknownCode;
import cn.qianfa.gateway.credential.SetPassword.Outcome.Weak;
import cn.qianfa.gateway.http.Breach;
import cn.qianfa.gateway.http.IdempotencyKey;
import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CredentialController {
    private final IssueActivationCode issueActivationCode;
    private final SetPassword setPassword;
    private final Problems problems;

    CredentialController(IssueActivationCode issueActivationCode, SetPassword setPassword, Problems problems) {
        this.issueActivationCode = issueActivationCode;
        this.setPassword = setPassword;
        this.problems = problems;
    }

    /** A code as it is shown, this once. */
    record Issued(String staff, String activationCode, Instant expires) {}

    /** What is sent to set a password. */
    record Given(@Nullable String activationCode, @Nullable String password) {}

    /** Whose password was set. */
    record Activated(String name) {}

    @PostMapping("/staff/{staff}/activation-code")
    ResponseEntity<?> issue(@PathVariable String staff, Actor actor, HttpServletRequest request) {
        var key = IdempotencyKey.of(request);
        if (key.isEmpty()) {
            return problems.answer(request, Problem.INVALID, List.of(IdempotencyKey.MISSING));
        }
        return switch (issueActivationCode.issue(staff, actor, key.get())) {
            case IssueActivationCode.Outcome.Issued(var whose, var code, var expires) ->
                ResponseEntity.status(201).body(new Issued(whose, code, expires));
            case IssueActivationCode.Outcome.Unknown _ -> problems.answer(request, Problem.NOT_FOUND);
            case IssueActivationCode.Outcome.NotPermitted _ -> problems.answer(request, Problem.NOT_PERMITTED);
        };
    }

    @PostMapping("/credentials")
    ResponseEntity<?> set(@RequestBody Given given, HttpServletRequest request) {
        var key = IdempotencyKey.of(request);
        if (key.isEmpty()) {
            return problems.answer(request, Problem.INVALID, List.of(IdempotencyKey.MISSING));
        }
        if (given.activationCode() == null || given.password() == null) {
            var missing = given.activationCode() == null ? "activationCode" : "password";
            return problems.answer(request, Problem.INVALID, List.of(new Breach(missing, null, "expected.text")));
        }
        return switch (setPassword.set(given.activationCode(), given.password(), key.get())) {
            case Done(var staff) -> ResponseEntity.ok(new Activated(staff));
            case UnknownCode _ -> invalid(request, "activationCode", "expected.activation-code");
            case Weak(var breaches) -> problems.answer(request, Problem.INVALID, weak(breaches));
            case KeyReused _ -> problems.answer(request, Problem.KEY_REUSED);
        };
    }

    private static List<Breach> weak(List<PasswordRules.Breach> breaches) {
        return breaches.stream()
                .map(rule -> new Breach("password", null, rule.words()))
                .toList();
    }

    private ResponseEntity<?> invalid(HttpServletRequest request, String field, String expected) {
        return problems.answer(request, Problem.INVALID, List.of(new Breach(field, null, expected)));
    }
}
