/** Sign-off: who is in charge approves and answers for it (article 7). */
@NullMarked
package cn.qianfa.approval.signoff;

import org.jspecify.annotations.NullMarked;
