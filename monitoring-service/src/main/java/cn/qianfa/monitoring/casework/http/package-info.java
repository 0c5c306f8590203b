/** Cases over HTTP. */
@NullMarked
package cn.qianfa.monitoring.casework.http;

import org.jspecify.annotations.NullMarked;
