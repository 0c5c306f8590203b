package cn.qianfa.approval.site.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.approval.site.ReadSite;
import cn.qianfa.approval.site.SiteAddress;
import cn.qianfa.contracts.identity.Ticket;
import cn.qianfa.contracts.identity.TicketSeal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public pages. Nothing of another origin is loaded, and nothing runs. */
@RestController
@RequestMapping("/site")
class SiteController {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", UTF_8);
    private static final String ONLY_OWN = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final int PER_PAGE = 20;

    private final ReadSite readSite;
    private final TicketSeal seal;
    private final SiteAddress address;
    private final InstantSource clock;

    SiteController(ReadSite readSite, TicketSeal seal, SiteAddress address, InstantSource clock) {
        this.readSite = readSite;
        this.seal = seal;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/style.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("style.css", SiteController.class));
    }

    @GetMapping("/{account}")
    ResponseEntity<String> account(
            @PathVariable String account, @RequestParam(required = false) @Nullable String after) {
        return readSite.page(account, after, PER_PAGE)
                .map(page -> html(HttpStatus.OK, SitePages.account(page)))
                .orElseGet(SiteController::notFound);
    }

    @GetMapping("/{account}/feed.atom")
    ResponseEntity<String> feed(@PathVariable String account) {
        return readSite.page(account, null, PER_PAGE)
                .map(page -> ResponseEntity.ok()
                        .contentType(ATOM)
                        .cacheControl(CacheControl.noCache())
                        .body(AtomFeed.of(page, address.url(), clock.instant())))
                .orElseGet(SiteController::notFound);
    }

    /** Each page that is shown carries a key of its own, so it is never stored on the way. */
    @GetMapping("/{account}/posts/{post}")
    ResponseEntity<String> post(@PathVariable String account, @PathVariable String post) {
        return readSite.post(account, post)
                .map(single -> html(
                        HttpStatus.OK,
                        SitePages.post(single, ticket(single), UUID.randomUUID().toString())))
                .orElseGet(SiteController::notFound);
    }

    private String ticket(ReadSite.Single single) {
        var post = single.post();
        return seal.seal(new Ticket(post.id(), post.account(), post.unit()));
    }

    private static ResponseEntity<String> notFound() {
        return html(HttpStatus.NOT_FOUND, SitePages.notFound());
    }

    private static ResponseEntity<String> html(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", ONLY_OWN)
                .header("Referrer-Policy", "same-origin")
                .body(page);
    }
}
