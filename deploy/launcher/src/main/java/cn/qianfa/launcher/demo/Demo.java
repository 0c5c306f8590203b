package cn.qianfa.launcher.demo;

import cn.qianfa.launcher.demo.Sample.Person;
import cn.qianfa.launcher.demo.Sample.Unit;
import cn.qianfa.launcher.home.Secrets;
import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Registers the sample's units, accounts and staff as an administrator would. What is already there is left as it is,
 * so that a demonstration which was interrupted goes on where it stopped.
 */
public final class Demo {
    private static final Duration KNOWN = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int NOT_FOUND = 404;
    private static final String ADMIN = "admin";

    private final Secrets secrets;
    private final Voice voice;

    public Demo(Secrets secrets, Voice voice) {
        this.secrets = secrets;
        this.voice = voice;
    }

    /**
     * Fills, if that was not done before, and tells the sign-ins.
     *
     * @param address the gateway's, {@code http://host:port}
     * @throws Refused if the gateway does not take it in
     */
    public void show(String address) throws InterruptedException {
        if (!secrets.isDemoComplete()) {
            voice.say("demo.filling");
            fill(address);
            secrets.completeDemo();
        }
        voice.say("demo.sign-ins", secrets.demo());
        for (var unit : Sample.UNITS) {
            voice.say("demo.unit", unit.name(), unit.id());
            unit.staff().forEach(this::tell);
        }
    }

    private void tell(Person person) {
        var name = String.format("%-24s", person.id());
        voice.say("demo.person", name, secrets.demoPassword(person.id()), person.name());
    }

    private void fill(String address) throws InterruptedException {
        try (var gateway = new Gateway(address)) {
            gateway.signIn(ADMIN, secrets.adminPassword()).expect(ADMIN);
            for (var unit : Sample.UNITS) {
                register(gateway, unit);
                for (var person : unit.staff()) {
                    appoint(gateway, unit, person);
                }
            }
            for (var person : everybody()) {
                admit(gateway, person);
            }
        }
    }

    private static List<Person> everybody() {
        return Sample.UNITS.stream().flatMap(unit -> unit.staff().stream()).toList();
    }

    private static void register(Gateway gateway, Unit unit) throws InterruptedException {
        if (gateway.get("/units/" + unit.id()).status() == NOT_FOUND) {
            gateway.post("/units", Map.of("id", unit.id(), "name", unit.name(), "parent", "district"))
                    .expect(unit.id());
        }
        var id = "site." + unit.id();
        if (gateway.get("/accounts/" + id).status() == NOT_FOUND) {
            gateway.post("/units/" + unit.id() + "/accounts", Map.of("platform", "site", "name", unit.account()))
                    .expect(id);
        }
        var account = gateway.get("/accounts/" + id).expect(id);
        if (account.text("state").equals("REGISTERED")) {
            gateway.put(
                            "/accounts/" + id + "/filing",
                            account.body().path("version").asLong())
                    .expect(id);
        }
    }

    private static void appoint(Gateway gateway, Unit unit, Person person) throws InterruptedException {
        if (gateway.get("/staff/" + person.id()).status() == NOT_FOUND) {
            var appointment = Map.of("id", person.id(), "name", person.name(), "roles", List.of(person.role()));
            gateway.post("/units/" + unit.id() + "/staff", appointment).expect(person.id());
        }
    }

    private void admit(Gateway gateway, Person person) throws InterruptedException {
        var code = activationCode(gateway, person);
        var credential = Map.of("activationCode", code, "password", secrets.demoPassword(person.id()));
        gateway.post("/credentials", credential).expect(person.id());
    }

    /** The gateway hears of an appointment a moment after it was made. */
    private static String activationCode(Gateway gateway, Person person) throws InterruptedException {
        var begun = System.nanoTime();
        while (true) {
            var answer = gateway.post("/staff/" + person.id() + "/activation-code", Map.of());
            if (answer.status() != NOT_FOUND || System.nanoTime() - begun > KNOWN.toNanos()) {
                return answer.expect(person.id()).text("activationCode");
            }
            Thread.sleep(LOOK);
        }
    }
}
