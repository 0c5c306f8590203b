/** The promise: what is acknowledged is synced, what is read is synced, what cannot be synced is refused. */
@NullMarked
package cn.qianfa.embedded.store.commit;

import org.jspecify.annotations.NullMarked;
