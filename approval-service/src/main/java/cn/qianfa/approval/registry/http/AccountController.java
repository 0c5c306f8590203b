package cn.qianfa.approval.registry.http;

import cn.qianfa.approval.http.Answers;
import cn.qianfa.approval.http.Incoming;
import cn.qianfa.approval.http.JsonForm;
import cn.qianfa.approval.http.Window;
import cn.qianfa.approval.registry.Account;
import cn.qianfa.approval.registry.CloseAccount;
import cn.qianfa.approval.registry.FileAccount;
import cn.qianfa.approval.registry.Platform;
import cn.qianfa.approval.registry.ReadRegistry;
import cn.qianfa.approval.registry.RegisterAccount;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, their filing and their closure. */
@RestController
@RequestMapping("/api/v1")
class AccountController {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTICE = 1_000;

    private final RegisterAccount registerAccount;
    private final FileAccount fileAccount;
    private final CloseAccount closeAccount;
    private final ReadRegistry registry;
    private final Answers answers;

    AccountController(
            RegisterAccount registerAccount,
            FileAccount fileAccount,
            CloseAccount closeAccount,
            ReadRegistry registry,
            Answers answers) {
        this.registerAccount = registerAccount;
        this.fileAccount = fileAccount;
        this.closeAccount = closeAccount;
        this.registry = registry;
        this.answers = answers;
    }

    /** An account as it is answered; {@code notice} once it is closed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            long version,
            String unit,
            String platform,
            String name,
            Account.State state,
            @Nullable String notice) {
        static View of(Versioned<Account> found) {
            var account = found.value();
            return new View(
                    account.id(),
                    found.revision().version(),
                    account.unit(),
                    account.platform().code(),
                    account.name(),
                    account.state(),
                    account instanceof Account.Closed closed ? closed.notice() : null);
        }
    }

    /** By id. */
    @GetMapping("/units/{unit}/accounts")
    ResponseEntity<Object> list(@PathVariable String unit, Window window, Actor actor, HttpServletRequest request) {
        return registry.accounts(unit, actor, window.after(Optional::of), window.reach())
                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(
                        window.part(found, account -> account.value().id(), View::of)))
                .orElseGet(() -> answers.notFound(request));
    }

    @PostMapping("/units/{unit}/accounts")
    ResponseEntity<Object> register(
            @PathVariable String unit, Incoming command, Actor actor, HttpServletRequest request) {
        var outcome = registerAccount.register(unit, command.asked(actor, AccountController::form));
        return answers.of(request, outcome, HttpStatus.CREATED, AccountController::at);
    }

    @GetMapping("/accounts/{id}")
    ResponseEntity<Object> one(@PathVariable String id, Actor actor, HttpServletRequest request) {
        return registry.account(id, actor)
                .map(found -> answers.one(found.revision().version(), View.of(found)))
                .orElseGet(() -> answers.notFound(request));
    }

    @PutMapping("/accounts/{id}/filing")
    ResponseEntity<Object> file(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        var outcome = fileAccount.file(id, actor, command.onlyVersion());
        return answers.of(request, outcome, HttpStatus.OK, AccountController::at);
    }

    @PostMapping("/accounts/{id}/closure")
    ResponseEntity<Object> close(@PathVariable String id, Incoming command, Actor actor, HttpServletRequest request) {
        var outcome = closeAccount.close(id, command.asked(actor, AccountController::notice));
        return answers.of(request, outcome, HttpStatus.OK, AccountController::at);
    }

    private static String at(String id) {
        return "/api/v1/accounts/" + id;
    }

    private static RegisterAccount.Form form(JsonForm form) {
        form.text("platform", Platform.SITE.code()::equals, "expected.platform"); // the only one so far
        var name = form.text("name", LONGEST_NAME);
        form.end();
        return new RegisterAccount.Form(Platform.SITE, name);
    }

    private static String notice(JsonForm form) {
        var notice = form.text("notice", LONGEST_NOTICE);
        form.end();
        return notice;
    }
}
