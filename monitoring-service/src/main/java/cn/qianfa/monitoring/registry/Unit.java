package cn.qianfa.monitoring.registry;

import org.jspecify.annotations.Nullable;

/** One unit; the one without a parent is the district office. */
public record Unit(String id, String name, @Nullable String parent) {}
