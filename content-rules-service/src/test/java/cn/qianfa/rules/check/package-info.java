/** Every submission and every comment gets its verdict, however often the service falls. */
@NullMarked
package cn.qianfa.rules.check;

import org.jspecify.annotations.NullMarked;
