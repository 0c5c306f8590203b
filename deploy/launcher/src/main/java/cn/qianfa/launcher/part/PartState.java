package cn.qianfa.launcher.part;

import cn.qianfa.launcher.process.ProcessRecord;
import cn.qianfa.launcher.speech.Sentence;

/** How a part is doing. */
public sealed interface PartState {
    /** Never started here, or stopped in order. */
    record Stopped() implements PartState {}

    /** Started, and its process is no more. */
    record Gone(ProcessRecord record, Sentence why) implements PartState {}

    /** Its process lives, but it does not do its work (yet). */
    record NotReady(ProcessRecord record, Sentence why) implements PartState {}

    record Ready(ProcessRecord record) implements PartState {}
}
