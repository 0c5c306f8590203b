/** Delivery keeps its promises: nothing lost, no hole, no reorder, one effect. */
@NullMarked
package cn.qianfa.contracts.delivery;

import org.jspecify.annotations.NullMarked;
