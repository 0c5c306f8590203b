/** The service falls between any two steps of delivery and loses nothing. */
@NullMarked
package cn.qianfa.approval.crash;

import org.jspecify.annotations.NullMarked;
