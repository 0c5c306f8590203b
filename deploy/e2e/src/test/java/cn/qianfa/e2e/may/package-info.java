/** Who may do what, seen of every operation of the running system and held to a table a person can read. */
@NullMarked
package cn.qianfa.e2e.may;

import org.jspecify.annotations.NullMarked;
