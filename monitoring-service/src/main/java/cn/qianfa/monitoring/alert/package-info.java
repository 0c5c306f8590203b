/** Alerts: one round of a case each, told until somebody acknowledges it (articles 13 and 15). */
@NullMarked
package cn.qianfa.monitoring.alert;

import org.jspecify.annotations.NullMarked;
