/** The product's own public pages: what is published there, for everybody to read, and to comment on (articles 8, 12). */
@NullMarked
package cn.qianfa.approval.site;

import org.jspecify.annotations.NullMarked;
