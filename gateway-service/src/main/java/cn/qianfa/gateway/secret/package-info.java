/** Secrets that are made once and kept in files only their owner reads. */
@NullMarked
package cn.qianfa.gateway.secret;

import org.jspecify.annotations.NullMarked;
