package cn.qianfa.approval.registry;

import cn.qianfa.approval.Memory;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A register for the tests of what people decide. */
public class InMemoryRegister<T extends Registered> implements Register<T> {
    private final Memory<T> memory = new Memory<>();

    @Override
    public Optional<Versioned<T>> find(String id) {
        return memory.find(id);
    }

    @Override
    public Optional<Receipt> add(T entry, Cause cause, Event... news) {
        return memory.insert(entry.id(), entry, cause, List.of(news));
    }

    @Override
    public void save(Versioned<? extends T> entry, Event... news) {
        memory.save(entry.value().id(), entry, List.of(news));
    }

    @Override
    public List<Versioned<T>> list(Set<String> units, @Nullable String after, int limit) {
        return memory.all()
                .filter(found -> units.contains(found.value().unit()))
                .filter(found -> after == null || found.value().id().compareTo(after) > 0)
                .sorted(Comparator.comparing(found -> found.value().id()))
                .limit(limit)
                .toList();
    }

    /** Everything announced so far, in order. */
    public List<Event> news() {
        return memory.news();
    }

    /** The units. */
    public static final class Units extends InMemoryRegister<Unit> implements Register.Units {
        @Override
        public List<Unit> all() {
            return super.memory.all().map(Versioned::value).toList();
        }
    }

    /** The accounts. */
    public static final class Accounts extends InMemoryRegister<Account> implements Register.Accounts {}

    /** The appointments. */
    public static final class Appointments extends InMemoryRegister<Appointment> implements Register.Appointments {}
}
