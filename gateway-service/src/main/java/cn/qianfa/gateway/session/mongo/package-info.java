/** Sessions in the store, so that a restart keeps people signed in. */
@NullMarked
package cn.qianfa.gateway.session.mongo;

import org.jspecify.annotations.NullMarked;
