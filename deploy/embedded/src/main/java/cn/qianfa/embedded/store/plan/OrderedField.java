package cn.qianfa.embedded.store.plan;

/** A field and the direction it is sorted in. */
public record OrderedField(String name, boolean ascending) {}
