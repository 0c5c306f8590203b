/** The real store, for the contracts of the ports. */
@NullMarked
package cn.qianfa.gateway.store;

import org.jspecify.annotations.NullMarked;
