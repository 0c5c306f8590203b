/** Comments of the public, their flags, cases and the alerts which wake the officer on duty. */
@NullMarked
package cn.qianfa.monitoring;

import org.jspecify.annotations.NullMarked;
