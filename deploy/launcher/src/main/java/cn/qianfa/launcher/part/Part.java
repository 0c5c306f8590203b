package cn.qianfa.launcher.part;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A process of the system, in the order in which parts are started. */
public enum Part {
    STORE("deploy/embedded", "STORE", 27017, 0),
    BROKER("deploy/embedded", "KAFKA", 9092, 0),
    APPROVAL("approval-service", "APPROVAL", 8081, 9081),
    RULES("content-rules-service", "RULES", 8082, 9082),
    MONITORING("monitoring-service", "MONITORING", 8083, 9083),
    GATEWAY("gateway-service", "GATEWAY", 8080, 9080);

    private final String module;
    private final String setting;
    private final int port;
    private final int managementPort;

    Part(String module, String setting, int port, int managementPort) {
        this.module = module;
        this.setting = setting;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** The four that are asked for their readiness; the other two are what they stand on. */
    public static Set<Part> services() {
        return EnumSet.range(APPROVAL, GATEWAY);
    }

    /** How files in {@code run/} and {@code logs/} are called: {@code approval}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its build lies, from the root of the sources. */
    public String module() {
        return module;
    }

    public boolean isService() {
        return managementPort != 0;
    }

    public int defaultPort() {
        return port;
    }

    public int defaultManagementPort() {
        return managementPort;
    }

    public String portSetting() {
        return "QIANFA_" + setting + "_PORT";
    }

    public String managementPortSetting() {
        return "QIANFA_" + setting + "_MANAGEMENT_PORT";
    }

    public String jvmSetting() {
        return "QIANFA_" + name() + "_JVM_OPTIONS";
    }
}
