/** What was done under a trace, told to a trace server where there is one. */
@NullMarked
package cn.qianfa.contracts.delivery.tracing;

import org.jspecify.annotations.NullMarked;
