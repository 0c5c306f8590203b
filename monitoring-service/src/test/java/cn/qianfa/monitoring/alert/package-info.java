/** Alerts as tests see them: the port's contract, the bell, the use cases. */
@NullMarked
package cn.qianfa.monitoring.alert;

import org.jspecify.annotations.NullMarked;
