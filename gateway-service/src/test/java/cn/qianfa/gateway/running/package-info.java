/** A whole gateway for tests: real store, real broker, real services behind it, over HTTP. */
@NullMarked
package cn.qianfa.gateway.running;

import org.jspecify.annotations.NullMarked;
