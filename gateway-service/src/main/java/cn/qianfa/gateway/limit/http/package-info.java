/** Limits as requests meet them: which budget a request takes from, and what its answer says of it. */
@NullMarked
package cn.qianfa.gateway.limit.http;

import org.jspecify.annotations.NullMarked;
