/** The public pages' posts in the store that comes with the product. */
@NullMarked
package cn.qianfa.approval.site.mongo;

import org.jspecify.annotations.NullMarked;
