/** Cases as tests see them: fixtures, the port's contract, the use cases. */
@NullMarked
package cn.qianfa.monitoring.casework;

import org.jspecify.annotations.NullMarked;
