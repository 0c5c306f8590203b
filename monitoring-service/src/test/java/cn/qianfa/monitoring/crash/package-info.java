/** The service falls between any two steps of delivery and loses no comment. */
@NullMarked
package cn.qianfa.monitoring.crash;

import org.jspecify.annotations.NullMarked;
