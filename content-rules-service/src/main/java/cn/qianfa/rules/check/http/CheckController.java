package cn.qianfa.rules.check.http;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.rules.check.Category;
import cn.qianfa.rules.check.CheckText;
import cn.qianfa.rules.check.Text;
import cn.qianfa.rules.http.Incoming;
import cn.qianfa.rules.http.JsonForm;
import cn.qianfa.rules.http.Problem;
import cn.qianfa.rules.http.Problems;
import cn.qianfa.rules.http.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The editors' live check. It changes nothing, so it takes no idempotency key. */
@RestController
@RequestMapping("/api/v1/checks")
class CheckController {
    private static final String ARTICLE = "A10";

    private final CheckText checkText;
    private final Problems problems;

    CheckController(CheckText checkText, Problems problems) {
        this.checkText = checkText;
        this.problems = problems;
    }

    @PostMapping
    ResponseEntity<Object> check(Incoming asked, Actor actor, HttpServletRequest request) {
        return switch (checkText.check(actor, asked.content(CheckController::text))) {
            case CheckText.Outcome.Done(var verdict, var at) ->
                ResponseEntity.ok(CheckView.of(verdict, at, ReaderLanguage.of(request)));
            case CheckText.Outcome.NotPermitted _ -> problems.of(request, Problem.NOT_PERMITTED, ARTICLE);
        };
    }

    private static Text text(JsonForm form) {
        var text = form.text("text", Text::isText, "expected.text", Text.LONGEST);
        var category = form.choiceIfAny("category", Category.class);
        var target = form.choiceIfAny("target", Text.Target.class);
        form.end();
        return new Text(text, category, target == null ? Text.Target.POST : target);
    }
}
