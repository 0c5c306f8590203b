/** How much one person, or one address, may ask for in a time; what is urgent has budgets of its own. */
@NullMarked
package cn.qianfa.gateway.limit;

import org.jspecify.annotations.NullMarked;
