package cn.qianfa.contracts.delivery.wiring;

import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;

/**
 * How long is waited for a store that is away or says nothing. A write whose answer is missing is looked for once more; so
 * we say that the store is away, in words of our own, before the gateway says that we are (after ten seconds).
 */
final class StoreWaits {
    private static final int UNTIL_IT_IS_AWAY = 2;
    private static final int FOR_AN_ANSWER = 5;

    private StoreWaits() {}

    static void bound(MongoClientSettings.Builder store) {
        store.applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(UNTIL_IT_IS_AWAY, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(UNTIL_IT_IS_AWAY, TimeUnit.SECONDS)
                        .readTimeout(FOR_AN_ANSWER, TimeUnit.SECONDS));
    }
}
