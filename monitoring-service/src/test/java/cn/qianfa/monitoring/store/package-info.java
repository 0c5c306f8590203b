/** Stores of tests: one in memory, and the embedded one over its wire. */
@NullMarked
package cn.qianfa.monitoring.store;

import org.jspecify.annotations.NullMarked;
