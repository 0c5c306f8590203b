package cn.qianfa.monitoring.service;

import static cn.qianfa.monitoring.service.RunningMonitoring.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public's form: anybody may send it, and only what its own page sealed is taken. */
@ServiceTest
@Tag("article-12")
class FormIT {
    private final RunningMonitoring monitoring;
    private final String post = "post-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    FormIT(RunningMonitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Test
    void aCommentIsTakenAndTheReaderGoesBackToThePost() {
        var answer = monitoring.send(post, monitoring.ticket(post), "谢谢,办得很快", key);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/site/site.health/posts/" + post + "#thanks");
        var stored = monitoring.under(post).json().get("items");
        assertThat(stored).hasSize(1);
        assertThat(stored.get(0).get("text").asString()).isEqualTo("谢谢,办得很快");
        assertThat(stored.get(0).get("state").asString()).isEqualTo("QUIET");
    }

    @Test
    void aHostileOneIsTakenAndFlagged() {
        var answer = monitoring.send(post, monitoring.ticket(post), HOSTILE, key);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(monitoring
                        .under(post)
                        .json()
                        .get("items")
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("FLAGGED");
    }

    @Test
    @Tag("check-34")
    void aFormSentTwiceIsOneComment() {
        monitoring.send(post, monitoring.ticket(post), "谢谢", key);

        var again = monitoring.send(post, monitoring.ticket(post), "谢谢", key);

        assertThat(again.status()).isEqualTo(303);
        assertThat(monitoring.under(post).json().get("items")).hasSize(1);
    }

    @Test
    void anotherCommentOnTheSameFormIsGivenBack() {
        monitoring.send(post, monitoring.ticket(post), "谢谢", key);

        var other = monitoring.send(post, monitoring.ticket(post), "另一条", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text()).contains("另一条");
        assertThat(monitoring.under(post).json().get("items")).hasSize(1);
    }

    @Test
    void aForgedTicketIsNotTaken() {
        var forged = monitoring.ticket(post).replaceAll(".$", "!");

        assertThat(monitoring.send(post, forged, "谢谢", key).status()).isEqualTo(404);
        assertThat(monitoring.send(post, monitoring.ticket("other"), "谢谢", key).status())
                .isEqualTo(404);
        assertThat(monitoring.send(post, "", "谢谢", key).status()).isEqualTo(404);
        assertThat(monitoring.under(post).json().get("items")).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsGivenBack() {
        var fits = monitoring.send(post, monitoring.ticket(post), "😀".repeat(1_000), key);
        var tooLong = monitoring.send(
                post,
                monitoring.ticket(post),
                "字".repeat(1_001),
                UUID.randomUUID().toString());

        assertThat(fits.status()).isEqualTo(303);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("1000", "字".repeat(1_001));
        assertThat(monitoring.under(post).json().get("items")).hasSize(1);
    }

    @Test
    @Tag("check-12")
    void markupIsGivenBackAsText() {
        var answer = monitoring.send(post, monitoring.ticket(post), "<script>alert(1)</script>\u0007", key);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void bytesThatAreNoUtf8AreNotTaken() {
        var form = "ticket=" + monitoring.ticket(post) + "&key=" + key + "&text=";

        assertThat(monitoring.send(post, form + "%ff%fe").status()).isEqualTo(400);
        assertThat(monitoring.send(post, form + "%ed%a0%80").status()).isEqualTo(400);
        assertThat(monitoring.under(post).json().get("items")).isEmpty();
    }

    @Test
    void aFormWithoutAKeyIsGivenBackWithOne() {
        var answer = monitoring.send(post, monitoring.ticket(post), "谢谢", "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("name=\"key\"", "谢谢");
    }

    @Test
    void nothingButAFormIsTaken() {
        var client = monitoring.anybody();

        var json = client.send(client.request("/site/site.health/posts/" + post + "/comments")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(json.status()).isEqualTo(415);
    }

    @Test
    @Tag("check-24")
    void moreThanAFormHoldsIsNotRead() {
        var answer = monitoring.send(post, monitoring.ticket(post), "x".repeat(70_000), key);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(monitoring.under(post).json().get("items")).isEmpty();
    }
}
