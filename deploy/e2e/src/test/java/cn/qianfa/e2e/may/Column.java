package cn.qianfa.e2e.may;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who asks. */
enum Column {
    DRAFTER,
    OFFICE_DIRECTOR("director"),
    UNIT_LEADER("leader"),
    PUBLISHER,
    DUTY_OFFICER("duty"),
    INSPECTOR,
    LEADER_GROUP("leader-group"),
    ADMIN("administrator"),
    /** Without a session. */
    NOBODY,
    /** With a token that is over, forged or another service's, past the gateway. */
    FORGED;

    private final String sign;

    Column() {
        sign = name().toLowerCase(Locale.ROOT);
    }

    Column(String sign) {
        this.sign = sign;
    }

    static List<Column> roles() {
        return Stream.of(values()).filter(Column::isRole).toList();
    }

    boolean isRole() {
        return this != NOBODY && this != FORGED;
    }

    /** The one person who has this role, and no other, in a unit. */
    String person(String unit) {
        return sign + '.' + unit;
    }

    static List<Column> all() {
        return Arrays.asList(values());
    }

    /** Its head in the table. */
    String head() {
        return isRole() ? name() : name().toLowerCase(Locale.ROOT);
    }
}
