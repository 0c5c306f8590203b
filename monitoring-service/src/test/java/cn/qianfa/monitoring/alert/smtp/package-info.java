/** Mail against a server that really listens. */
@NullMarked
package cn.qianfa.monitoring.alert.smtp;

import org.jspecify.annotations.NullMarked;
