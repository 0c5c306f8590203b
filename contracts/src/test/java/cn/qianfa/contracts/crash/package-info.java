/** Lets a real service fall at a named step of delivery, by halting its JVM; the product knows nothing of it. */
@NullMarked
package cn.qianfa.contracts.crash;

import org.jspecify.annotations.NullMarked;
