package cn.qianfa.approval.registry;

import cn.qianfa.contracts.event.UnitRegistered;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A department, township or sub-district.
 *
 * @param id as it stands in addresses, such as {@code health}
 * @param parent the unit above; null for the district office alone
 */
public record Unit(String id, String name, @Nullable String parent, Instant at) implements Registered {
    /** The district office: every other unit is somewhere below it (article 3). */
    public static final String DISTRICT = "district";
    /** Without dots, because an account's id is the platform, a dot and the unit. */
    public static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public Unit {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "unit: '%s' (expected: 1 to 40 lower-case letters, digits or '-')".formatted(id));
        }
    }

    @Override
    public String unit() {
        return id;
    }

    UnitRegistered announcement() {
        return new UnitRegistered(id, name, parent, at);
    }
}
