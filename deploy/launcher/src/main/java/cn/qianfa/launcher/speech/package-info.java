/** What the launcher says to people: sentences in Chinese or English, and nothing but sentences. */
@NullMarked
package cn.qianfa.launcher.speech;

import org.jspecify.annotations.NullMarked;
