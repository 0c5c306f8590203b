/** The public pages' posts in the store. */
@NullMarked
package cn.qianfa.approval.site.mongo;

import org.jspecify.annotations.NullMarked;
