/** The public pages, as they are read. */
@NullMarked
package cn.qianfa.approval.site;

import org.jspecify.annotations.NullMarked;
