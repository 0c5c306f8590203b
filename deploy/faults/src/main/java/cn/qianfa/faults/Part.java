package cn.qianfa.faults;

import java.util.Locale;

/** What runs, and can be killed. */
enum Part {
    STORE,
    BROKER,
    GATEWAY,
    APPROVAL,
    RULES,
    MONITORING;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
