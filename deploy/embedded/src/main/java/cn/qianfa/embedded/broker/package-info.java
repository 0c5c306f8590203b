/** A real Kafka broker in KRaft mode for one machine. */
@NullMarked
package cn.qianfa.embedded.broker;

import org.jspecify.annotations.NullMarked;
