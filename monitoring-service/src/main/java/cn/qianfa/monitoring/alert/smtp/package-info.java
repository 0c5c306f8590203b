/** Alerts by e-mail: what they say, and how they reach the mail server. */
@NullMarked
package cn.qianfa.monitoring.alert.smtp;

import org.jspecify.annotations.NullMarked;
