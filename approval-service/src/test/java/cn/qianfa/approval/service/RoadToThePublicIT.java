package cn.qianfa.approval.service;

import static cn.qianfa.approval.service.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.People;
import cn.qianfa.approval.service.Client.Answer;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Published;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Ticket;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.contracts.stack.WireAssert;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ServiceTest
class RoadToThePublicIT {
    private final RunningApproval approval;
    private final Town town;

    RoadToThePublicIT(RunningApproval approval) {
        this.approval = approval;
        this.town = new Town(approval);
    }

    @Test
    @Tag("article-7")
    void aDraftIsWrittenCheckedSignedReleasedAndStandsOnThePagesOnce() {
        var id = town.signed("今晚停水 <script>alert(1)</script>\\n\\n请储水。");

        var released = town.release(town.publisher, id);

        assertThat(released.status()).isEqualTo(202);
        assertThat(released.header("Location")).isEqualTo("/api/v1/publications?draft=" + id);
        var publication = published(id);
        assertThat(publication.status()).isEqualTo(200);
        var events = approval.wire().events(Topic.PUBLICATIONS, publication.id());
        assertThat(events)
                .extracting(event -> event.type())
                .containsExactly("PublicationScheduled.v1", Event.typeOf(Published.class));
        WireAssert.carryEveryNumberOnceInOrder(events, 2);
        var told = EventJson.read(events.getLast().data(), Published.class);
        assertThat(told.contentHash())
                .isEqualTo(town.draftOf(id).json().get("contentHash").asString());
        assertThat(told.address()).isEqualTo(publication.json().get("address").asString());
        assertThat(approval.wire().events(Topic.DRAFTS, id))
                .extracting(event -> event.type())
                .containsExactly("DraftSubmitted.v1", "Approved.v1", "DraftReleased.v1");
    }

    @Test
    @Tag("article-12")
    @Tag("check-12")
    void whatIsPublishedIsReadByAnybodyAndAlwaysHasACommentForm() {
        var id = town.signed("今晚停水 <script>alert(1)</script>\\n\\n请储水。");
        town.release(town.publisher, id);
        var address = published(id).json().get("address").asString();

        var page = approval.anybody().get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.text())
                .contains("今晚停水 &lt;script&gt;alert(1)&lt;/script&gt;", "<p>请储水。</p>", "lang=\"zh-CN\"")
                .contains("action=\"" + address + "/comments\"")
                .contains("id=\"thanks\"")
                .doesNotContain("<script");
        var sealed = value(page, "ticket");
        var post = address.substring(address.lastIndexOf('/') + 1);
        assertThat(new TicketSeal(RunningApproval.TICKET_KEY).open(sealed))
                .contains(new Ticket(post, town.account, town.name));
        assertThat(value(page, "key")).isNotEqualTo(value(approval.anybody().get(address), "key"));
    }

    @Test
    void theAccountsPageAndItsFeedListWhatWasPublished() {
        var id = town.signed("周末开诊");
        town.release(town.publisher, id);
        var address = published(id).json().get("address").asString();

        var page = approval.anybody().get("/site/" + town.account);
        var feed = approval.anybody().get("/site/%s/feed.atom".formatted(town.account));

        assertThat(page.text()).contains("<h1>某镇&lt;发布&gt;</h1>", "href=\"" + address + "\">周末开诊</a>");
        assertThat(feed.header("Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        assertThat(feed.text()).contains("<content type=\"text\">周末开诊</content>", address);
        assertThat(approval.anybody().get("/site/style.css").header("Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void whatIsNotThereIsAPageThatSaysSo() {
        assertThat(approval.anybody().get("/site/nothing").status()).isEqualTo(404);
        assertThat(approval.anybody()
                        .get("/site/%s/posts/nothing".formatted(town.account))
                        .text())
                .contains("页面不存在");
    }

    @Test
    @Tag("article-7")
    void aCancelledPublicationNeverFires() {
        var id = town.signed("改期的通知");
        var soon = Instant.now().plus(Duration.ofSeconds(5));
        approval.as(town.publisher)
                .post("/api/v1/drafts/%s/publications".formatted(id), """
                {"accounts":["%s"],"at":"%s"}""".formatted(town.account, soon));
        eventually().until(() -> !items(id).json().get("items").isEmpty());
        var publication = items(id).json().get("items").get(0);
        assertThat(publication.get("state").asString()).isEqualTo("WAITING");

        var cancelled = approval.as(town.director)
                .post(
                        "/api/v1/publications/%s/cancellation"
                                .formatted(publication.get("id").asString()),
                        """
                        {"reason":"会议改期"}""");

        assertThat(cancelled.json().get("state").asString()).isEqualTo("CANCELLED");
        var other = town.signed("当天的通知");
        approval.as(town.publisher).post("/api/v1/drafts/%s/publications".formatted(other), """
                {"accounts":["%s"],"at":"%s"}""".formatted(
                        town.account, soon.plusMillis(100)));
        published(other); // the time of both has passed
        assertThat(items(id).json().get("items").get(0).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(approval.anybody().get("/site/" + town.account).text()).doesNotContain("改期的通知");
    }

    @Test
    @Tag("article-5")
    void aPublicationWhoseAccountWasClosedMeanwhileFails() {
        var id = town.signed("通知");
        var soon = Instant.now().plus(Duration.ofSeconds(2));
        approval.as(town.publisher)
                .post("/api/v1/drafts/%s/publications".formatted(id), """
                {"accounts":["%s"],"at":"%s"}""".formatted(town.account, soon));

        approval.as(People.ADMIN).post("/api/v1/accounts/%s/closure".formatted(town.account), """
                {"notice":"本账号停止更新"}""");

        eventually().until(() -> items(id).text().contains("FAILED"));
        assertThat(items(id).text()).contains("account-not-filed");
        assertThat(approval.anybody().get("/site/" + town.account).text()).contains("<p>本账号停止更新</p>");
    }

    private Answer published(String draft) {
        eventually().until(() -> items(draft).text().contains("\"PUBLISHED\""));
        var id = items(draft).json().get("items").get(0).get("id").asString();
        return approval.as(town.publisher).get("/api/v1/publications/" + id);
    }

    private Answer items(String draft) {
        return approval.as(town.publisher).get("/api/v1/publications?draft=" + draft);
    }

    private static String value(Answer page, String field) {
        var found = Pattern.compile("name=\"%s\" value=\"([^\"]+)\"".formatted(field))
                .matcher(page.text());
        assertThat(found.find()).as("hidden field " + field).isTrue();
        return found.group(1);
    }
}
