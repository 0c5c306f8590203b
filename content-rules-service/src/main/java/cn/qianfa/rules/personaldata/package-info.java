/** Finds and masks what identifies a private person: telephone, identity card, bank card, plate, e-mail, home address. */
@NullMarked
package cn.qianfa.rules.personaldata;

import org.jspecify.annotations.NullMarked;
