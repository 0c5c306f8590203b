/** Who is what, where, since when, as the registry last told: a mirror. */
@NullMarked
package cn.qianfa.gateway.appointment;

import org.jspecify.annotations.NullMarked;
