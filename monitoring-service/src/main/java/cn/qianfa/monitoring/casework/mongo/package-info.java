/** Cases as documents. */
@NullMarked
package cn.qianfa.monitoring.casework.mongo;

import org.jspecify.annotations.NullMarked;
