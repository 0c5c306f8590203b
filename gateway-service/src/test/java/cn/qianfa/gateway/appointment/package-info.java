/** Tests of the mirror of the registry. */
@NullMarked
package cn.qianfa.gateway.appointment;

import org.jspecify.annotations.NullMarked;
