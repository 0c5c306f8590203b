package cn.qianfa.approval.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.People;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of the registry promises. */
public abstract class RegisterContract {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Account.Opened OPENED = new Account.Opened("health", Platform.SITE, "卫健局", NOW);
    private static final Appointment.Held HELD = new Appointment.Held(
            "drafter.health",
            "health",
            "起草人",
            Set.of(Role.DRAFTER, Role.PUBLISHER),
            NOW,
            NOW,
            "drafter@health.example");

    protected abstract Register.Units units();

    protected abstract Register.Accounts accounts();

    protected abstract Register.Appointments appointments();

    @Test
    void givesBackUnitsAsTheyWereStored() {
        var district = unit("district", null);
        var health = unit("health", "district");
        units().add(district, Cause.OWN, district.announcement());
        units().add(health, Cause.OWN, health.announcement());

        assertThat(units().find("district").orElseThrow().value()).isEqualTo(district);
        assertThat(units().all()).containsExactlyInAnyOrder(district, health);
    }

    @Test
    void givesBackAccountsInEveryState() {
        var filed = OPENED.filed(NOW);
        var closed = filed.closed("停止更新", NOW);
        accounts().add(OPENED, Cause.OWN);

        assertThat(account().value()).isEqualTo(OPENED);
        accounts().save(account().with(filed), filed.announcement());
        assertThat(account().value()).isEqualTo(filed);
        accounts().save(account().with(closed), closed.announcement());
        assertThat(account().value()).isEqualTo(closed);
        assertThat(account().revision().seq()).isEqualTo(2);
    }

    @Test
    void givesBackAppointmentsInEveryState() {
        appointments().add(HELD, Cause.OWN, HELD.announcement());
        assertThat(appointments().find(HELD.id()).orElseThrow().value()).isEqualTo(HELD);

        var found = appointments().find(HELD.id()).orElseThrow();
        appointments().save(found.with(HELD.ended(NOW)), HELD.ended(NOW).announcement());
        assertThat(appointments().find(HELD.id()).orElseThrow().value()).isEqualTo(HELD.ended(NOW));
    }

    @Test
    void refusesAnIdThatIsTaken() {
        units().add(unit("health", "district"), Cause.OWN);

        assertThatThrownBy(() -> units().add(unit("health", "district"), Cause.OWN))
                .isInstanceOf(StaleWrite.class);
        assertThatThrownBy(() -> units().add(unit("health", "district"), Asking.command(People.ADMIN, "k", "h")))
                .isInstanceOf(StaleWrite.class);
    }

    @Test
    void answersTheSameCommandWithItsReceipt() {
        var command = Asking.command(People.ADMIN, "key", "hash").answering("said");

        assertThat(units().add(unit("health", "district"), command)).isEmpty();
        var again = units().add(unit("health", "district"), command).orElseThrow();

        assertThat(again.of()).isEqualTo("health");
        assertThat(again.answer()).isEqualTo("said");
    }

    @Test
    void remembersTheReceiptsOfLaterCommandsUnderTheEntrysOwnId() {
        accounts().add(OPENED, Cause.OWN);
        var command = Asking.command(People.ADMIN, "file", "hash").answering("FILED");

        accounts().save(account().<Account>with(OPENED.filed(NOW)).because(command));

        var receipt = account().revision().receiptOf(command).orElseThrow();
        assertThat(receipt.of()).isEqualTo("site.health");
        assertThat(receipt.version()).isEqualTo(2);
        assertThat(receipt.answer()).isEqualTo("FILED");
    }

    @Test
    void refusesAWriteThatWasOvertaken() {
        accounts().add(OPENED, Cause.OWN);
        var read = account();
        accounts().save(read.with(OPENED.filed(NOW)));

        assertThatThrownBy(() -> accounts().save(read.with(OPENED))).isInstanceOf(StaleWrite.class);
    }

    @Test
    void listsByIdPageByPageOnlyTheUnitsAskedFor() {
        for (var id : List.of("c", "a", "e", "b")) {
            units().add(unit(id, "district"), Cause.OWN);
        }

        var page = units().list(Set.of("a", "b", "c", "d"), null, 2);
        var next = units().list(Set.of("a", "b", "c", "d"), "b", 2);

        assertThat(page).extracting(found -> found.value().id()).containsExactly("a", "b");
        assertThat(next).extracting(found -> found.value().id()).containsExactly("c");
    }

    private Versioned<Account> account() {
        return accounts().find("site.health").orElseThrow();
    }

    private static Unit unit(String id, @Nullable String parent) {
        return new Unit(id, "单位", parent, NOW);
    }
}
