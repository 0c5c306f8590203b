/** Reads rules from tables as a spreadsheet writes them, among them those which come with the product. */
@NullMarked
package cn.qianfa.rules.pack;

import org.jspecify.annotations.NullMarked;
