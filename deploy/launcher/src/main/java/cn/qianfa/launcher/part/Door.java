package cn.qianfa.launcher.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * One port of one part.
 *
 * @param management whether it is the port for operators, where readiness is asked
 */
public record Door(Part part, boolean management) {
    public static Door of(Part part) {
        return new Door(part, false);
    }

    public static Door managementOf(Part part) {
        return new Door(part, true);
    }

    public static List<Door> of(Collection<Part> parts) {
        List<Door> doors = new ArrayList<>();
        for (var part : parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts)) {
            doors.add(of(part));
            if (part.isService()) {
                doors.add(managementOf(part));
            }
        }
        return doors;
    }

    /** The key in {@code run/ports.properties}: {@code approval}, {@code approval-management}. */
    public String label() {
        return part.label() + (management ? "-management" : "");
    }

    public String setting() {
        return management ? part.managementPortSetting() : part.portSetting();
    }

    public int defaultPort() {
        return management ? part.defaultManagementPort() : part.defaultPort();
    }
}
