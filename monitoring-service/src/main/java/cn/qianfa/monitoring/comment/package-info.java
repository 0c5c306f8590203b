/** Comments under a unit's own posts, and the flags that call a human to them (article 13). */
@NullMarked
package cn.qianfa.monitoring.comment;

import org.jspecify.annotations.NullMarked;
