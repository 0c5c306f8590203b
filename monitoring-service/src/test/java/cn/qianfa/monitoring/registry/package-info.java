/** The registry's mirror as tests see it, and who may see and do what. */
@NullMarked
package cn.qianfa.monitoring.registry;

import org.jspecify.annotations.NullMarked;
