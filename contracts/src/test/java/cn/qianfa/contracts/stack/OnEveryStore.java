package cn.qianfa.contracts.stack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A suite that runs on the embedded store always, and on MongoDB wherever there is one; its constructor is given a
 * {@link StoreUnderTest}.
 */
@ParameterizedClass(name = "on {0}")
@ArgumentsSource(OnEveryStore.Stores.class)
public interface OnEveryStore {
    /** Where there is none, the reports say so by the name of the suite. */
    @Test
    default void runsOnMongoDb() {
        assumeTrue(
                MongoDb.uri().isPresent(),
                () -> "NOT RUN: %s on MongoDB (no container engine, no MONGODB_URI)"
                        .formatted(getClass().getSimpleName()));
    }

    /** The stores of this machine; each is opened when its turn comes. */
    final class Stores implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            Supplier<StoreUnderTest> embedded = StoreUnderTest::embedded;
            var mongo = MongoDb.uri().<Supplier<StoreUnderTest>>map(uri -> () -> StoreUnderTest.at(uri));
            return Stream.concat(Stream.of(embedded), mongo.stream()).map(store -> Arguments.of(store.get()));
        }
    }
}
