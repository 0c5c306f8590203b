/** What was promised on the wire. */
@NullMarked
package cn.qianfa.contracts.event;

import org.jspecify.annotations.NullMarked;
