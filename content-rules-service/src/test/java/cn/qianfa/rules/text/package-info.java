/** How texts are read, tested with every character of the basic plane. */
@NullMarked
package cn.qianfa.rules.text;

import org.jspecify.annotations.NullMarked;
