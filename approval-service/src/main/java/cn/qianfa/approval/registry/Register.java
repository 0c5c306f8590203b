package cn.qianfa.approval.registry;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries of one kind; each is stored together with its news in one atomic write. */
public interface Register<T extends Registered> {
    Optional<Versioned<T>> find(String id);

    /**
     * Stores a new entry.
     *
     * @return empty if it was stored; else the receipt of the same command, which stored it before
     * @throws cn.qianfa.contracts.delivery.StaleWrite if the id stands for another one already
     */
    Optional<Receipt> add(T entry, Cause cause, Event... news);

    /** @throws cn.qianfa.contracts.delivery.StaleWrite if somebody else wrote it first */
    void save(Versioned<? extends T> entry, Event... news);

    /**
     * Entries of these units, by id.
     *
     * @param after only behind this id; null from the first on
     */
    List<Versioned<T>> list(Set<String> units, @Nullable String after, int limit);

    /** The units. */
    interface Units extends Register<Unit> {
        /** Every unit, in no order: a district has a few hundred. */
        List<Unit> all();
    }

    /** The accounts. */
    interface Accounts extends Register<Account> {}

    /** The appointments. */
    interface Appointments extends Register<Appointment> {}
}
