/** Parking, repairing and passing over. */
@NullMarked
package cn.qianfa.contracts.delivery.inbox;

import org.jspecify.annotations.NullMarked;
