/** Units, accounts and staff: who is what, where, since when (articles 3, 5 and 6). */
@NullMarked
package cn.qianfa.approval.registry;

import org.jspecify.annotations.NullMarked;
