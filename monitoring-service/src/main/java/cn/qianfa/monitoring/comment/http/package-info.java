/** Comments over HTTP: the public's form, and what officers read and flag. */
@NullMarked
package cn.qianfa.monitoring.comment.http;

import org.jspecify.annotations.NullMarked;
