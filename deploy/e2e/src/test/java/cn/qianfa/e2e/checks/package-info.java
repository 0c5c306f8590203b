/** That each of the forty security checks is held by tests, or said to be left and why. */
@NullMarked
package cn.qianfa.e2e.checks;

import org.jspecify.annotations.NullMarked;
