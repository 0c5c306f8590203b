package cn.qianfa.gateway.route.http;

import cn.qianfa.gateway.session.SignedIn;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sent the request that is passed on. */
final class Caller {
    private Caller() {}

    static Optional<SignedIn> current() {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof SignedIn who ? Optional.of(who) : Optional.empty();
    }
}
