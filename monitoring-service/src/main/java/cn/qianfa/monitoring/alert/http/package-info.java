/** Alerts over HTTP: lists, acknowledgements, the live stream, and the webhook outward. */
@NullMarked
package cn.qianfa.monitoring.alert.http;

import org.jspecify.annotations.NullMarked;
