/** The layout rules every module keeps. */
@NullMarked
package cn.qianfa.contracts.architecture;

import org.jspecify.annotations.NullMarked;
