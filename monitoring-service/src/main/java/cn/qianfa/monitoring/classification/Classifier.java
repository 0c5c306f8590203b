package cn.qianfa.monitoring.classification;

/** Looks at the text of a comment, and at nothing else: not at who wrote it, nor at what they wrote before. */
@FunctionalInterface
public interface Classifier {
    /** The same text is always seen the same. */
    Classification classify(String text);
}
