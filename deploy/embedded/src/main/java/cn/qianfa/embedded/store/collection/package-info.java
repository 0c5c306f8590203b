/** Databases and collections: the stock commands over documents kept as BSON and queries that are planned. */
@NullMarked
package cn.qianfa.embedded.store.collection;

import org.jspecify.annotations.NullMarked;
