/** Cases keep their port's contract. */
@NullMarked
package cn.qianfa.monitoring.casework.mongo;

import org.jspecify.annotations.NullMarked;
