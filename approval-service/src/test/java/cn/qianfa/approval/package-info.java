/** What the tests of every capability share: people, a memory that stores like the store, and time that stands. */
@NullMarked
package cn.qianfa.approval;

import org.jspecify.annotations.NullMarked;
