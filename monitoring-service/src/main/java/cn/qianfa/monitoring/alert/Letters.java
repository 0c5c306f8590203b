package cn.qianfa.monitoring.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom a mail goes to, and what it tells. The registry is asked each time: who has moved or left is known to it. */
record Letters(Registry registry) {
    /** Where alerts reach somebody; empty where nothing is on file, or they are not on duty any more. */
    Optional<String> address(String staff) {
        return registry.member(staff).filter(StaffMember::isOnDuty).flatMap(StaffMember::address);
    }

    /** One mail about these; the same alerts are the same mail, others are another. */
    Bell.Call about(List<Alert.Ringing> told, String address) {
        var units = registry.units();
        var said = told.stream()
                .map(Alert.Ringing::notice)
                .map(notice -> new Bell.Said(notice, units.name(notice.matter().unit())))
                .toList();
        return new Bell.Call(said.size() == 1 ? id(said.getFirst()) : digest(said), address, said);
    }

    private static String digest(List<Bell.Said> said) {
        var content = said.stream().map(Letters::id).sorted().collect(Collectors.joining("\n"));
        return "digest." + UUID.nameUUIDFromBytes(content.getBytes(UTF_8));
    }

    private static String id(Bell.Said said) {
        return said.notice().id().value();
    }
}
