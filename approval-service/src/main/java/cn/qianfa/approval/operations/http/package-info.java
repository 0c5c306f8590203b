/** Events that wait for an operator, over HTTP. */
@NullMarked
package cn.qianfa.approval.operations.http;

import org.jspecify.annotations.NullMarked;
