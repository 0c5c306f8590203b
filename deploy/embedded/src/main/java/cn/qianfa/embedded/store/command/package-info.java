/** What may be asked of the store, and what it refuses instead of pretending. */
@NullMarked
package cn.qianfa.embedded.store.command;

import org.jspecify.annotations.NullMarked;
