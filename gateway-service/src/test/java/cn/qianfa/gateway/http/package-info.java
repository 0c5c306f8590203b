/** Tests of what every answer has in common. */
@NullMarked
package cn.qianfa.gateway.http;

import org.jspecify.annotations.NullMarked;
