/** The store of comments keeps its port's contract. */
@NullMarked
package cn.qianfa.monitoring.comment.mongo;

import org.jspecify.annotations.NullMarked;
