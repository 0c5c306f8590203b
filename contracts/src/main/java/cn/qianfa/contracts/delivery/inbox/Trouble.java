package cn.qianfa.contracts.delivery.inbox;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/** Store or broker away: a reason to wait, never a reason to park. */
final class Trouble {
    private static final int OUT_OF_DISK_SPACE = 14031;

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
            case MongoException store -> store.getCode() == OUT_OF_DISK_SPACE;
            case RetriableException _, InterruptException _, InterruptedException _ -> true;
            default -> false;
        };
    }
}
