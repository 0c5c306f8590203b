/** Follows the registry's topic. */
@NullMarked
package cn.qianfa.gateway.appointment.kafka;

import org.jspecify.annotations.NullMarked;
