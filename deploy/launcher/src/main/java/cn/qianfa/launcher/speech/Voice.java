package cn.qianfa.launcher.speech;

import java.io.PrintStream;

/** Says sentences aloud: progress and answers on standard output, refusals on standard error. */
public final class Voice {
    private final Messages messages;
    private final PrintStream out;
    private final PrintStream err;

    public Voice(Messages messages, PrintStream out, PrintStream err) {
        this.messages = messages;
        this.out = out;
        this.err = err;
    }

    public void say(String key, Object... arguments) {
        say(Sentence.of(key, arguments));
    }

    public void say(Sentence sentence) {
        out.println(messages.text(sentence));
        out.flush();
    }

    /** What another program reads, and is no sentence. */
    public void print(String text) {
        out.println(text);
        out.flush();
    }

    public void refuse(Sentence sentence) {
        err.println(messages.text(sentence));
        err.flush();
    }

    /** For a piece of a line, such as a column of the status table. */
    public String text(String key, Object... arguments) {
        return messages.text(Sentence.of(key, arguments));
    }
}
