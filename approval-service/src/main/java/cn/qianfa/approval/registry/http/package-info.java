/** The registry over HTTP. */
@NullMarked
package cn.qianfa.approval.registry.http;

import org.jspecify.annotations.NullMarked;
