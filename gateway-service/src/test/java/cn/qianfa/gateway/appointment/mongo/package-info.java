/** The mirror against the real store. */
@NullMarked
package cn.qianfa.gateway.appointment.mongo;

import org.jspecify.annotations.NullMarked;
