package cn.qianfa.approval.registry;

import java.util.regex.Pattern;

/** What may stand as somebody's address: plain ASCII, so that every mail server takes it and no header can hide in it. */
public final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[A-Za-z0-9_%+-]{1,64}(\\.[A-Za-z0-9_%+-]{1,64}){0,8}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,8}[A-Za-z]{2,63}");

    private EmailAddress() {}

    /** Whether a mail may be sent there. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }
}
