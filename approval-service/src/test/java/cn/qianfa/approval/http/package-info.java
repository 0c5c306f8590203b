@NullMarked
package cn.qianfa.approval.http;

import org.jspecify.annotations.NullMarked;
