/** News on its way to the broker. */
@NullMarked
package cn.qianfa.contracts.delivery.outbox;

import org.jspecify.annotations.NullMarked;
