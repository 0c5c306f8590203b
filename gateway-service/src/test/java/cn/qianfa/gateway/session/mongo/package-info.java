/** Sessions against the real store. */
@NullMarked
package cn.qianfa.gateway.session.mongo;

import org.jspecify.annotations.NullMarked;
