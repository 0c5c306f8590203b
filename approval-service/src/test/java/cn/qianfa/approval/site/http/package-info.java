@NullMarked
package cn.qianfa.approval.site.http;

import org.jspecify.annotations.NullMarked;
