package cn.qianfa.contracts.delivery.inbox;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/** Store or broker away: a reason to wait, never a reason to park. */
final class Trouble {
    /**
     * By MongoDB's own numbers: not allowed (13), not signed in (18), out of time (50, 202, 262), no majority (64, 100),
     * another primary (91, 189, 10107, 11600, 11602, 13435, 13436), out of disk (14031).
     */
    private static final Set<Integer> STORE =
            Set.of(13, 18, 50, 64, 91, 100, 189, 202, 262, 10107, 11600, 11602, 13435, 13436, 14031);

    private Trouble() {}

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isItself(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isItself(Throwable cause) {
        return switch (cause) {
            case MongoSocketException _, MongoTimeoutException _, MongoServerUnavailableException _ -> true;
            case MongoNotPrimaryException _, MongoNodeIsRecoveringException _ -> true;
            case MongoConnectionPoolClearedException _, MongoInterruptedException _ -> true;
            case MongoWriteConcernException _, MongoSecurityException _ -> true;
            case MongoException store -> STORE.contains(store.getCode());
            case AuthenticationException _, AuthorizationException _ -> true; // nothing is wrong with the event
            case RetriableException _, InterruptException _, InterruptedException _ -> true;
            default -> false;
        };
    }
}
