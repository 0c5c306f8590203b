/** A durable store for one machine that speaks the MongoDB wire protocol. */
@NullMarked
package cn.qianfa.embedded.store;

import org.jspecify.annotations.NullMarked;
