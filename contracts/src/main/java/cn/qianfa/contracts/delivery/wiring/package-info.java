/** Delivery as Spring beans: a service imports one configuration class. */
@NullMarked
package cn.qianfa.contracts.delivery.wiring;

import org.jspecify.annotations.NullMarked;
