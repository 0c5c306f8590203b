/** The mirror in the store. */
@NullMarked
package cn.qianfa.gateway.appointment.mongo;

import org.jspecify.annotations.NullMarked;
