package cn.qianfa.embedded.store.plan;

import cn.qianfa.embedded.store.key.Key;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place of a document, and the key it was found under.
 *
 * @param bson fetches it, when it is looked at; null if it has gone by then
 */
public record Found(Key key, Supplier<byte @Nullable []> bson) {}
