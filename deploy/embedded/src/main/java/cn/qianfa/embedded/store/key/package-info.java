/** Bytes that lie in the order of the values they stand for, and the stored form of a document. */
@NullMarked
package cn.qianfa.embedded.store.key;

import org.jspecify.annotations.NullMarked;
