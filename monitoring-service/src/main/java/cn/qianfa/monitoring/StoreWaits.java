package cn.qianfa.monitoring;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long is waited for a store that is away. */
@Configuration(proxyBeanMethods = false)
class StoreWaits {
    /** A write is tried twice; so we say that the store is away, in words of our own, before the gateway says that we are. */
    private static final int SECONDS = 2;

    @Bean
    MongoClientSettingsBuilderCustomizer untilItIsAway() {
        return store ->
                store.applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SECONDS, TimeUnit.SECONDS));
    }
}
