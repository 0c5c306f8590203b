/** Units and staff as the registry tells them, and who may see and do what. */
@NullMarked
package cn.qianfa.monitoring.registry;

import org.jspecify.annotations.NullMarked;
