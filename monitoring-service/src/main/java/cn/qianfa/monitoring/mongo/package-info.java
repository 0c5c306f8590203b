/** What the stores of several capabilities ask alike. */
@NullMarked
package cn.qianfa.monitoring.mongo;

import org.jspecify.annotations.NullMarked;
