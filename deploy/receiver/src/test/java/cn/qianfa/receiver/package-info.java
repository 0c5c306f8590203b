/** The receiver over real sockets. */
@NullMarked
package cn.qianfa.receiver;

import org.jspecify.annotations.NullMarked;
