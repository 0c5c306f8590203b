package cn.qianfa.rules.text;

import java.util.HashMap;
import java.util.Map;

/** Letters of other scripts which the eye takes for Latin ones, and boxed letters Unicode does not decompose. */
final class Lookalikes {
    private static final String[][] PAIRS = {
        {"аеорсухіѕјԁһӏктвнмԛԝ", "aeopcyxisjdhlktbhmqw"}, // Cyrillic, small
        {"АВЕКМНОРСТУХІЅЈ", "abekmhopctyxisj"}, // Cyrillic, capital
        {"αορνικυτ", "aopvikut"}, // Greek, small
        {"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"}, // Greek, capital
        {"ıɡɑłøđƒ", "igalodf"}, // Latin
        {"ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdeghijklmnoprstuvwyz"}, // small capitals
        {"妳祂牠", "你他它"},
    };
    private static final Map<Integer, Character> PLAIN = plain();

    private Lookalikes() {}

    /** The plain character, or 0 where there is none. */
    static char of(int codePoint) {
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
            return (char) ('a' + codePoint - 0x1F150);
        }
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
            return (char) ('a' + codePoint - 0x1F170);
        }
        return PLAIN.getOrDefault(codePoint, (char) 0);
    }

    private static Map<Integer, Character> plain() {
        var plain = new HashMap<Integer, Character>();
        for (var pair : PAIRS) {
            for (var i = 0; i < pair[1].length(); i++) {
                plain.put((int) pair[0].charAt(i), pair[1].charAt(i));
            }
        }
        return Map.copyOf(plain);
    }
}
