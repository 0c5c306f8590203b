/** Events that wait for an operator, over HTTP. */
@NullMarked
package cn.qianfa.monitoring.operations.http;

import org.jspecify.annotations.NullMarked;
