package cn.qianfa.contracts.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.delivery.tracing.Spans;
import cn.qianfa.contracts.event.DraftSubmitted;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever lies in a topic, a reaction says what became of it and throws nothing: what it threw would block a partition. */
class EventFuzzTest {
    private static final List<String> HEADERS =
            List.of("ce_id", "ce_type", "ce_source", "ce_time", "ce_seq", "traceparent", "content-type", "ce_subject");

    private final ParkedFixture fixture = new ParkedFixture();
    private final EventReaction reaction = new EventReaction(fixture.following, Spans.off());

    @FuzzTest
    void anyBodyHasItsEffectOrWaits(byte[] body) {
        for (var type : List.of("DraftSubmitted.v1", "DraftRecalled.v1", "DraftReleased.v1")) {
            var record = ParkedFixture.record(1, body);
            record.headers().remove("ce_type").add("ce_type", type.getBytes(UTF_8));

            assertThat(reaction.attempt(record)).isInstanceOfAny(Attempt.Done.class, Attempt.Park.class);
            assertThat(reaction.unfit(record, body)).isNotNull();
        }
    }

    @FuzzTest
    void anyHeadersHaveTheirEffectOrWait(FuzzedDataProvider data) {
        var key = data.consumeBoolean() ? ParkedFixture.DRAFT.getBytes(UTF_8) : data.consumeBytes(40);
        var record = new ConsumerRecord<>("approval.drafts", 3, 7, key, ParkedFixture.payload());
        for (var header : HEADERS) {
            if (data.consumeBoolean()) {
                record.headers().add(header, data.consumeBytes(60));
            }
        }

        assertThat(reaction.attempt(record)).isInstanceOfAny(Attempt.Done.class, Attempt.Park.class);
        try {
            var read = Envelope.from(record);
            assertThat(read.toRecord().key()).isEqualTo(key);
            assertThat(read.toRecord().headers().lastHeader("ce_seq").value())
                    .asString()
                    .matches("[1-9]\\d*");
        } catch (Envelope.Unreadable e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void anEventThatCanBeReadIsWrittenAsItWas(byte[] body) {
        try {
            var read = EventJson.read(body, DraftSubmitted.class);
            assertThat(EventJson.read(EventJson.write(read), DraftSubmitted.class))
                    .isEqualTo(read);
        } catch (JacksonException e) {
            assertThat(e.getOriginalMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void anyPayloadIsShownMaskedAndComesBackWhole(byte[] body) {
        var shown = MaskedPayload.of(body);

        assertThat(shown.length()).isLessThanOrEqualTo(8 * body.length + 64);
        try {
            var tree = JsonMapper.shared().readTree(body);
            if (tree.isContainer()) {
                assertThat(MaskedPayload.filled(shown, body))
                        .isEqualTo(JsonMapper.shared().writeValueAsString(tree));
            }
        } catch (JacksonException _) {
            assertThat(MaskedPayload.filled(shown, body)).isEqualTo(shown); // nobody knows what was behind a mask
        }
    }

    @Test
    void aBodyWithoutItsSubjectWaitsAndDoesNotBlockThePartition() {
        for (var body : List.of("{}", "null", "{\"draft\":null}")) {
            assertThat(reaction.attempt(ParkedFixture.record(1, body.getBytes(UTF_8))))
                    .isInstanceOf(Attempt.Park.class);
        }
    }

    /** Says that it was loaded. */
    static final class Gadget {
        static {
            System.setProperty("qianfa.gadget", "loaded");
        }
    }

    @Test
    @Tag("check-29")
    void aClassThatIsNamedInAMessageIsNotLoaded() {
        var gadget = EventFuzzTest.class.getName() + "$Gadget";
        var body = "{\"@class\":\"%1$s\",\"@type\":\"%1$s\",\"draft\":[\"%1$s\",{}]}".formatted(gadget);
        var record = ParkedFixture.record(1, body.getBytes(UTF_8));
        for (var header : List.of("__TypeId__", "spring_json_header_types", "__ContentTypeId__")) {
            record.headers().add(header, gadget.getBytes(UTF_8));
        }

        reaction.attempt(record);
        record.headers().remove("ce_type").add("ce_type", gadget.getBytes(UTF_8));
        reaction.attempt(record);

        assertThat(System.getProperty("qianfa.gadget")).isNull();
    }
}
