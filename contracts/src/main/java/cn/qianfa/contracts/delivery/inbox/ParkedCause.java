package cn.qianfa.contracts.delivery.inbox;

import java.util.Locale;

/** Why an aggregate waits for a person. */
public enum ParkedCause {
    /** The bytes are not the event they claim to be. */
    UNREADABLE("内容读不出来：它不是它自称的那种事件", "It cannot be read as the event it claims to be"),
    /** A type this build has never heard of. */
    UNKNOWN_TYPE("当前版本不认识这种事件，升级后再试", "This version has never heard of this type of event; upgrade, then try again"),
    /** The code threw three times. */
    FAILED("处理三次都失败", "It was tried three times, and failed each time"),
    /** An earlier number never came. */
    GAP("前面有一个编号没有到达", "An earlier number never came"),
    /** The same number came as another event: the source's history was forked. */
    FORKED("同一编号曾以另一事件到达：来源的历史分叉了", "The same number came before as another event: the source's history was forked");

    private final String chinese;
    private final String english;

    ParkedCause(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Whether its detail is of numbers and ids alone, fit for a log. */
    boolean isAboutNumbers() {
        return this == GAP || this == FORKED;
    }

    /**
     * For the person who has to decide; Chinese unless English is asked for.
     *
     * @param detail what else is known, in technical words; may be empty, and quotes nothing people wrote
     */
    public String said(String detail, Locale language) {
        var words = language.getLanguage().equals("en") ? english : chinese;
        return detail.isEmpty() ? words : words + ": " + detail;
    }
}
