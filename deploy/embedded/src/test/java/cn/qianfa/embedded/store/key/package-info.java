/** The order of keys, held against the order of values. */
@NullMarked
package cn.qianfa.embedded.store.key;

import org.jspecify.annotations.NullMarked;
