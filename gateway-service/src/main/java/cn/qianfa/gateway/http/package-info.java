/** What every answer of the gateway has in common: problems, headers, limits. */
@NullMarked
package cn.qianfa.gateway.http;

import org.jspecify.annotations.NullMarked;
