package cn.qianfa.rules.text;

import java.util.List;
import java.util.stream.Stream;

/** What had to be undone before a text showed the word it hides. A mask of steps has the bit of each. */
public enum Step {
    WIDTH("全角转为半角", "full width folded"),
    CASE("大写转为小写", "capitals folded"),
    TRADITIONAL("繁体转为简体", "traditional characters folded"),
    STYLED("花体、圈字等还原", "styled characters restored"),
    LOOKALIKE("形近字符还原", "look-alike characters restored"),
    NUMERAL("汉字数字与阿拉伯数字互换", "Chinese and Arabic numerals exchanged"),
    LEET("数字或符号代替字母", "digits or signs read as letters"),
    SPACES("跳过空格", "spaces skipped"),
    PUNCTUATION("跳过标点", "punctuation skipped"),
    SYMBOLS("跳过夹杂符号", "inserted symbols skipped"),
    EMOJI("跳过表情符号", "emoji skipped"),
    INVISIBLE("跳过不可见字符", "invisible characters skipped"),
    REPEATS("合并重复字符", "repeated characters joined");

    private static final int HONEST = WIDTH.bit() | CASE.bit() | TRADITIONAL.bit();

    private final String zh;
    private final String en;

    Step(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public int bit() {
        return 1 << ordinal();
    }

    public boolean in(int mask) {
        return (mask & bit()) != 0;
    }

    /** The steps of a mask, in the order of this list; other bits are ignored. */
    public static List<Step> of(int mask) {
        return Stream.of(values()).filter(step -> step.in(mask)).toList();
    }

    /** The bits of everything an honest hand does not write: all but width, capitals and traditional characters. */
    public static int evasive(int mask) {
        return mask & ~HONEST & ((1 << values().length) - 1);
    }
}
