package cn.qianfa.rules.http;

import java.util.List;

/** What was sent cannot be read as what was asked for; thrown where it is read, answered in one place. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient List<Breach> breaches;

    public BadRequest(Problem problem, Breach... breaches) {
        this(problem, List.of(breaches));
    }

    BadRequest(Problem problem, List<Breach> breaches) {
        super(problem.code());
        this.problem = problem;
        this.breaches = List.copyOf(breaches);
    }

    Problem problem() {
        return problem;
    }

    List<Breach> breaches() {
        return breaches;
    }
}
