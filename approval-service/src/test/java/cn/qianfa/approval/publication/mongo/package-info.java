/** Publications in the store that comes with the product. */
@NullMarked
package cn.qianfa.approval.publication.mongo;

import org.jspecify.annotations.NullMarked;
