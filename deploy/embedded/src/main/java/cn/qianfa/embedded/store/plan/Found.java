package cn.qianfa.embedded.store.plan;

import cn.qianfa.embedded.store.key.Key;

/** A document and the key it was found under. */
public record Found(Key key, byte[] bson) {}
