/** Alerts on their way outward as documents. */
@NullMarked
package cn.qianfa.monitoring.alert.mongo;

import org.jspecify.annotations.NullMarked;
