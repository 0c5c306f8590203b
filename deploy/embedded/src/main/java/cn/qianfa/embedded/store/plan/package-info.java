/** How a filter and an order are answered from the one index that fits best, document by document. */
@NullMarked
package cn.qianfa.embedded.store.plan;

import org.jspecify.annotations.NullMarked;
