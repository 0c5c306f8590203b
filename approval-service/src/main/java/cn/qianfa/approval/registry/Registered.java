package cn.qianfa.approval.registry;

import java.util.regex.Pattern;

/** What the registry knows under an id of its own, as a matter of one unit. */
public sealed interface Registered permits Unit, Account, Appointment {
    /** Lower-case letters, digits, hyphens and dots; readable, as people sign in with it and addresses show it. */
    Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?");

    String id();

    String unit();

    static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id: '%s' (expected: 1 to 64 lower-case letters, digits, '-' or '.')".formatted(id));
        }
        return id;
    }
}
