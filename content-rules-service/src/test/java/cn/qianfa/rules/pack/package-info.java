/** Tables as spreadsheets write them, and the packs of the product. */
@NullMarked
package cn.qianfa.rules.pack;

import org.jspecify.annotations.NullMarked;
