package cn.qianfa.approval.registry;

import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.identity.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A small district: {@code district} above {@code town} and {@code elsewhere}, {@code village} below {@code town}. */
public final class RegistryFixture {
    public static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);
    public static final String ACCOUNT = "site.town";

    public final InMemoryRegister.Units units = new InMemoryRegister.Units();
    public final InMemoryRegister.Accounts accounts = new InMemoryRegister.Accounts();
    public final InMemoryRegister.Appointments appointments = new InMemoryRegister.Appointments();
    public final UnitTree tree = new StoredUnitTree(units);
    public final Jurisdiction jurisdiction = new Jurisdiction(tree);
    public final ReadRegistry read = new ReadRegistry(units, accounts, appointments, jurisdiction);

    public RegistryFixture() {
        add("district", null);
        add("town", "district");
        add("elsewhere", "district");
        add("village", "town");
    }

    private void add(String id, @Nullable String parent) {
        units.add(new Unit(id, "单位", parent, NOW), Cause.OWN);
    }

    /** Everyone of these holds their roles in their unit. */
    public RegistryFixture appointing(Actor... people) {
        for (var person : people) {
            appointments.add(
                    new Appointment.Held(person.id(), person.unit(), "职员", person.roles(), NOW, NOW), Cause.OWN);
        }
        return this;
    }

    /** The town's account on the site, filed. */
    public RegistryFixture filing() {
        var account = new Account.Opened("town", Platform.SITE, "镇政府", NOW);
        accounts.add(account, Cause.OWN);
        accounts.save(accounts.find(ACCOUNT).orElseThrow().with(account.filed(NOW)));
        return this;
    }

    Outcome file(Actor by, long version) {
        return new FileAccount(accounts, jurisdiction, CLOCK).file(ACCOUNT, by, () -> OptionalLong.of(version));
    }
}
