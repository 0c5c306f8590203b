@NullMarked
package cn.qianfa.contracts.delivery.tracing;

import org.jspecify.annotations.NullMarked;
