package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.registry.Access;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.Sight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows cases to those whose duty they are, and to whoever supervises them (article 5). */
public final class ReadCases {
    private final Cases cases;
    private final Registry registry;

    public ReadCases(Cases cases, Registry registry) {
        this.cases = cases;
        this.registry = registry;
    }

    /** @param unit only this one; null for all they see */
    public Outcome page(
            @Nullable String unit, Cases.@Nullable State state, @Nullable String after, int limit, Actor by) {
        return switch (Sight.of(by, registry.units())) {
            case Sight.Nothing _ -> new NotPermitted();
            case Sight.Everything all -> page(unit == null ? all : all.only(unit), state, after, limit);
            case Sight.Of some -> page(unit == null ? some : some.only(unit), state, after, limit);
        };
    }

    private Outcome page(Sight sight, Cases.@Nullable State state, @Nullable String after, int limit) {
        return new Page(cases.page(new Cases.Query(sight, state, after, limit)));
    }

    public Outcome find(CaseId id, Actor by) {
        return cases.find(id).map(found -> show(found, by)).orElseGet(() -> new Unknown(id));
    }

    private Outcome show(Versioned<Case> found, Actor by) {
        return switch (Access.of(by, found.value().matter().unit(), registry.units())) {
            case HIDDEN -> new Unknown(found.value().id());
            case FORBIDDEN -> new NotPermitted();
            case READ, ACT -> new Found(found);
        };
    }

    /** What is shown. */
    public sealed interface Outcome permits Page, Found, Unknown, NotPermitted {}

    /** Newest first. */
    public record Page(List<Versioned<Case>> items) implements Outcome {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** One case. */
    public record Found(Versioned<Case> found) implements Outcome {}

    /** No such case, or none they may know of. */
    public record Unknown(CaseId id) implements Outcome {}

    /** Not their duty. */
    public record NotPermitted() implements Outcome {}
}
