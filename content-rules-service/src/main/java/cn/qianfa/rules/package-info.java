/** Rule sets and the engine which checks drafts and comments against them. */
@NullMarked
package cn.qianfa.rules;

import org.jspecify.annotations.NullMarked;
