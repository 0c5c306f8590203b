package cn.qianfa.launcher.speech;

/** What was asked for cannot be done; the sentence tells what was wrong, what was expected and what to do. */
public final class Refused extends RuntimeException {
    private final transient Sentence sentence;

    public Refused(String key, Object... arguments) {
        super(key);
        this.sentence = Sentence.of(key, arguments);
    }

    public Sentence sentence() {
        return sentence;
    }
}
