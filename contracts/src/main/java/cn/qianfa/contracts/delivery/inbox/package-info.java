/** Events come in, each aggregate in order; trouble waits, and what cannot be applied is parked. */
@NullMarked
package cn.qianfa.contracts.delivery.inbox;

import org.jspecify.annotations.NullMarked;
