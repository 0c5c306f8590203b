/** The events services exchange, and the topics that carry them. */
@NullMarked
package cn.qianfa.contracts.event;

import org.jspecify.annotations.NullMarked;
