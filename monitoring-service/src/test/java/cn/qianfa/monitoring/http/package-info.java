@NullMarked
package cn.qianfa.monitoring.http;

import org.jspecify.annotations.NullMarked;
