/** Delivery as a service wires it, against the real broker and the real store. */
@NullMarked
package cn.qianfa.contracts.delivery.wiring;

import org.jspecify.annotations.NullMarked;
