package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.registry.Access;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.Sight;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows cases to those whose duty they are, and to whoever supervises them (article 5). */
public final class ReadCases {
    private final Cases cases;
    private final Registry registry;

    public ReadCases(Cases cases, Registry registry) {
        this.cases = cases;
        this.registry = registry;
    }

    /**
     * Newest first.
     *
     * @param unit only this one; null for all they see
     * @return empty where it is not their duty to look
     */
    public Optional<List<Versioned<Case>>> page(
            @Nullable String unit, Cases.@Nullable State state, @Nullable String after, int limit, Actor by) {
        var sight = Sight.of(by, registry.units());
        if (sight instanceof Sight.Nothing) {
            return Optional.empty();
        }
        var within = unit == null ? sight : sight.only(unit);
        return Optional.of(cases.page(new Cases.Query(within, state, after, limit)));
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
    public sealed interface Outcome permits Found, Unknown, NotPermitted {}

    /** One case. */
    public record Found(Versioned<Case> found) implements Outcome {}

    /** No such case, or none they may know of. */
    public record Unknown(CaseId id) implements Outcome {}

    /** Not their duty. */
    public record NotPermitted() implements Outcome {}
}
