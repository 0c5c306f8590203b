/** The store as its clients see it. */
@NullMarked
package cn.qianfa.embedded.store;

import org.jspecify.annotations.NullMarked;
