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
}
