/** Measures side by side in one run, and keeps the raw output. */
@NullMarked
package cn.qianfa.bench;

import org.jspecify.annotations.NullMarked;
