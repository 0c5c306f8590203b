/** What all of the service's HTTP has in common: commands, answers, problems, pages of lists. */
@NullMarked
package cn.qianfa.monitoring.http;

import org.jspecify.annotations.NullMarked;
