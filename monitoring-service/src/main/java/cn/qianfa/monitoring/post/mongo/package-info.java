/** Published posts as documents. */
@NullMarked
package cn.qianfa.monitoring.post.mongo;

import org.jspecify.annotations.NullMarked;
