package cn.qianfa.receiver;

import java.util.List;

/** It cannot be started; the sentence tells what was wrong, what was expected and what to do. */
final class Refused extends RuntimeException {
    private final String sentence;
    private final transient List<Object> arguments;

    Refused(String sentence, Object... arguments) {
        super(sentence);
        this.sentence = sentence;
        this.arguments = List.of(arguments);
    }

    String in(Messages messages) {
        return messages.text(sentence, arguments.toArray());
    }
}
