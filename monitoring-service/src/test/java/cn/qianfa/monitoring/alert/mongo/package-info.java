/** Alerts keep their port's contract. */
@NullMarked
package cn.qianfa.monitoring.alert.mongo;

import org.jspecify.annotations.NullMarked;
