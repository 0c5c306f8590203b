/** The real broker and the real store, for tests. */
@NullMarked
package cn.qianfa.contracts.stack;

import org.jspecify.annotations.NullMarked;
