/** The registry in the store that comes with the product. */
@NullMarked
package cn.qianfa.approval.registry.mongo;

import org.jspecify.annotations.NullMarked;
