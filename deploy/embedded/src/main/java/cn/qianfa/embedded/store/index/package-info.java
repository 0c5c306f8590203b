/** Indexes that are real: ordered, kept with every write, refused for what they cannot hold. */
@NullMarked
package cn.qianfa.embedded.store.index;

import org.jspecify.annotations.NullMarked;
