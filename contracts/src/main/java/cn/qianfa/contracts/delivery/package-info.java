/** How events are delivered as promised: outbox, relay, and the three ways to react. */
@NullMarked
package cn.qianfa.contracts.delivery;

import org.jspecify.annotations.NullMarked;
