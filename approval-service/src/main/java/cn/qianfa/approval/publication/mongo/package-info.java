/** Publications in the store, each in one document with its news. */
@NullMarked
package cn.qianfa.approval.publication.mongo;

import org.jspecify.annotations.NullMarked;
