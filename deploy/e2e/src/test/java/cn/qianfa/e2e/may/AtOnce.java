package cn.qianfa.e2e.may;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Many at the same time; over when all are, and failed where one has. */
final class AtOnce {
    private AtOnce() {}

    static <T> void each(List<T> all, Consumer<T> one) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = all.stream()
                    .map(what -> threads.submit(() -> one.accept(what)))
                    .toList();
            for (var task : begun) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
