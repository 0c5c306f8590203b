/** The unit's own posts, as publication tells of them: what comments stand under. */
@NullMarked
package cn.qianfa.monitoring.post;

import org.jspecify.annotations.NullMarked;
