/** News waits inside the document it is about, and is sent from there in order. */
@NullMarked
package cn.qianfa.contracts.delivery.outbox;

import org.jspecify.annotations.NullMarked;
