/** Comments as tests see them: fixtures, the port's contract, the use cases. */
@NullMarked
package cn.qianfa.monitoring.comment;

import org.jspecify.annotations.NullMarked;
