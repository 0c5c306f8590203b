/** The mirror keeps its port's contract. */
@NullMarked
package cn.qianfa.monitoring.registry.mongo;

import org.jspecify.annotations.NullMarked;
