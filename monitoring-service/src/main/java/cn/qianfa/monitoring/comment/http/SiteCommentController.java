package cn.qianfa.monitoring.comment.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.monitoring.comment.ReceiveComment;
import cn.qianfa.monitoring.http.Digest;
import cn.qianfa.monitoring.http.Incoming;
import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The form on the public page. Anyone may send it; who did is not asked and not kept (article 12). What they wrote is
 * given back to them wherever it could not be taken.
 */
@RestController
class SiteCommentController {
    private static final Logger LOG = LoggerFactory.getLogger(SiteCommentController.class);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final String ONLY_OWN =
            "default-src 'none'; style-src 'self'; form-action 'self'; " + "base-uri 'none'; frame-ancestors 'none'";

    private final ReceiveComment receiveComment;

    SiteCommentController(ReceiveComment receiveComment) {
        this.receiveComment = receiveComment;
    }

    @PostMapping(path = "/site/{account}/posts/{post}/comments", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> receive(
            @PathVariable String account,
            @PathVariable String post,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key) {
        var form = new ReceiveComment.Form(account, post, ticket, text);
        if (!Incoming.isKey(key)) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, CommentPages.again(form, "表单已失效", fresh()));
        }
        return switch (receiveComment.receive(form, command(form, key))) {
            case ReceiveComment.Received received -> thanks(form);
            case ReceiveComment.Refused(var why) -> refused(form, why);
        };
    }

    private static Cause.Command command(ReceiveComment.Form form, String key) {
        var place = form.account() + '|' + form.post() + '|';
        return new Cause.Command(
                "site|" + place + key, Digest.of(place, form.text().getBytes(UTF_8)), "");
    }

    private static ResponseEntity<String> thanks(ReceiveComment.Form form) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(pageOf(form))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static URI pageOf(ReceiveComment.Form form) {
        return UriComponentsBuilder.fromPath("/site/{account}/posts/{post}")
                .fragment("thanks")
                .buildAndExpand(form.account(), form.post())
                .encode()
                .toUri();
    }

    private static ResponseEntity<String> refused(ReceiveComment.Form form, ReceiveComment.Refusal why) {
        return switch (why) {
            case NOT_OUR_POST -> page(HttpStatus.NOT_FOUND, CommentPages.notOurPost());
            case EMPTY -> unfit(form, "评论没有内容");
            case TOO_LONG -> unfit(form, "评论超过 1000 字");
            case NOT_TEXT -> unfit(form, "评论含有无法显示的字符");
            case KEY_REUSED -> unfit(form, "这张表单已经提交过一条评论，下面的内容是另一条");
        };
    }

    private static ResponseEntity<String> unfit(ReceiveComment.Form form, String why) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, CommentPages.again(form, why, fresh()));
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** No UTF-8, or larger than any form. What it says is not logged: its message quotes what was written. */
    @ExceptionHandler
    ResponseEntity<String> unreadable(InvalidParameterException why) {
        return page(HttpStatus.valueOf(why.getErrorCode()), CommentPages.unreadable());
    }

    /** The store is away: the form may be sent again as it is, and counts once. */
    @ExceptionHandler
    ResponseEntity<String> storeAway(MongoException why, HttpServletRequest request) {
        LOG.atWarn().log("A comment could not be stored: {}", why.toString());
        var answer = page(HttpStatus.SERVICE_UNAVAILABLE, CommentPages.later());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(answer.getBody());
    }

    private static ResponseEntity<String> page(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", ONLY_OWN)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .body(page);
    }
}
