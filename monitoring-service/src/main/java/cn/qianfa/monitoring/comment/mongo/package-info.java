/** Comments as documents. */
@NullMarked
package cn.qianfa.monitoring.comment.mongo;

import org.jspecify.annotations.NullMarked;
