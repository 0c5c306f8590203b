/** Publication: what was signed is posted to an account, exactly once (articles 7 and 8). */
@NullMarked
package cn.qianfa.approval.publication;

import org.jspecify.annotations.NullMarked;
