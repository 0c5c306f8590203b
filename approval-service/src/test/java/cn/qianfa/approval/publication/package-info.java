/** Publication, tried on a memory that stores like the store and channels that do what platforms do. */
@NullMarked
package cn.qianfa.approval.publication;

import org.jspecify.annotations.NullMarked;
