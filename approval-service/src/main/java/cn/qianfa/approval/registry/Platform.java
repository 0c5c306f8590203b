package cn.qianfa.approval.registry;

import java.util.Locale;

/** Where an account can be. */
public enum Platform {
    /** The product's own public pages. */
    SITE;

    /** As events and addresses say it, such as {@code site}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform an account's id begins with. */
    public static Platform ofAccount(String account) {
        return valueOf(account.substring(0, account.indexOf('.')).toUpperCase(Locale.ROOT));
    }
}
