/** The whole system as people start it. */
@NullMarked
package cn.qianfa.e2e;

import org.jspecify.annotations.NullMarked;
