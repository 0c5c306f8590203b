/** Sign-off, tried on a memory that stores like the store. */
@NullMarked
package cn.qianfa.approval.signoff;

import org.jspecify.annotations.NullMarked;
