package cn.qianfa.launcher.part;

import static cn.qianfa.launcher.speech.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortChoiceTest {
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);
    private static final Ports NONE = new Ports(Map.of());

    @TempDir
    Path run;

    @Test
    void givesEveryDoorAFreePortOfItsOwn() {
        var ports = PortChoice.choose(anyPorts(), NONE, ALL);

        assertThat(new HashSet<>(ports.byDoor().values())).hasSize(10).allMatch(PortChoice::isFree);
    }

    @Test
    void refusesATakenPortByNameAndSetting() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var wanted = anyPorts();
            wanted.put(Door.of(Part.GATEWAY), other.getLocalPort());

            assertRefused(
                    () -> PortChoice.choose(wanted, NONE, ALL),
                    "Port " + other.getLocalPort() + " on 127.0.0.1 is taken",
                    "gateway needs it",
                    "QIANFA_GATEWAY_PORT");
            assertThat(PortChoice.isFree(other.getLocalPort())).isFalse();
        }
    }

    @Test
    void leavesWhatRunsItsPortAndGivesADeadPartTheOneTheOthersKnow() throws Exception {
        var told = PortChoice.choose(anyPorts(), NONE, ALL);
        try (var _ = new ServerSocket(told.of(Part.GATEWAY), 1, InetAddress.getLoopbackAddress())) {
            var again = PortChoice.choose(anyPorts(), told, EnumSet.of(Part.RULES));

            assertThat(again).isEqualTo(told);
        }
    }

    @Test
    void isWrittenDownAndReadAgain() {
        var ports = PortChoice.choose(anyPorts(), NONE, ALL);

        ports.write(run);

        assertThat(Ports.read(run)).isEqualTo(ports);
        assertThat(run.resolve("ports.properties"))
                .content()
                .contains("gateway-management=" + ports.managementOf(Part.GATEWAY));

        Ports.remove(run);

        assertThat(Ports.read(run)).isEqualTo(NONE);
    }

    private static Map<Door, Integer> anyPorts() {
        Map<Door, Integer> wanted = new HashMap<>();
        Door.of(ALL).forEach(door -> wanted.put(door, 0));
        return wanted;
    }
}
