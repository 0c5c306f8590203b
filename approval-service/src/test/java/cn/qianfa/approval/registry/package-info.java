/** The registry, tried on a memory that stores like the store. */
@NullMarked
package cn.qianfa.approval.registry;

import org.jspecify.annotations.NullMarked;
