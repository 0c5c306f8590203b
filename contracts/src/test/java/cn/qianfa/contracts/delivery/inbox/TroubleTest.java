package cn.qianfa.contracts.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real clusters do while they are well or changing hands, and which of it is the event's own fault. */
class TroubleTest {
    private static final ServerAddress AT = new ServerAddress("127.0.0.1");

    @ParameterizedTest
    @MethodSource
    void isWaitedFor(Exception thrown) {
        assertThat(Trouble.is(new IllegalStateException("not stored", thrown))).isTrue();
    }

    static Stream<Exception> isWaitedFor() {
        return Stream.of(
                new MongoTimeoutException("no primary"),
                new MongoWriteConcernException(
                        new WriteConcernError(189, "PrimarySteppedDown", "stepped down", new BsonDocument()),
                        WriteConcernResult.unacknowledged(),
                        AT,
                        Set.of()),
                refused(13), // this user may not write: somebody has to be told, and no event is to blame
                refused(11600),
                new MongoSecurityException(
                        MongoCredential.createCredential("approval", "admin", "changed".toCharArray()), "no"),
                new NotEnoughReplicasException("one of three"),
                new KafkaException(new TopicAuthorizationException("content-rules.draft-verdicts")));
    }

    @ParameterizedTest
    @MethodSource
    void isTheEventsOwn(Exception thrown) {
        assertThat(Trouble.is(new IllegalStateException("not stored", thrown))).isFalse();
    }

    static Stream<Exception> isTheEventsOwn() {
        return Stream.of(
                new MongoWriteException(new WriteError(11000, "duplicate", new BsonDocument()), AT, Set.of()),
                refused(10334), // a document that is too large
                new MongoException(0, "anything else"),
                new RecordTooLargeException("two megabytes"));
    }

    private static MongoCommandException refused(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), AT);
    }
}
