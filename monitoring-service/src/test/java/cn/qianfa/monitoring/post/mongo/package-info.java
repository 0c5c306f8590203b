/** Posts keep their port's contract. */
@NullMarked
package cn.qianfa.monitoring.post.mongo;

import org.jspecify.annotations.NullMarked;
