/** The registry in the store: each entry in one document with its news. */
@NullMarked
package cn.qianfa.approval.registry.mongo;

import org.jspecify.annotations.NullMarked;
