/** What operations teams watch: rules and dashboards, held to the real programs and to the system's real meters. */
@NullMarked
package cn.qianfa.e2e.watch;

import org.jspecify.annotations.NullMarked;
