/** The mirror of the registry as documents. */
@NullMarked
package cn.qianfa.monitoring.registry.mongo;

import org.jspecify.annotations.NullMarked;
