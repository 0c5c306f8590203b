/** Posts as tests see them. */
@NullMarked
package cn.qianfa.monitoring.post;

import org.jspecify.annotations.NullMarked;
