/** The webhook against a receiver that really listens. */
@NullMarked
package cn.qianfa.monitoring.alert.http;

import org.jspecify.annotations.NullMarked;
