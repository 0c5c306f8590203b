package cn.qianfa.gateway.limit;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** From where a request comes: the socket's other end, or what our own proxies say of theirs. */
public final class Callers {
    private final List<Network> trusted;

    /** @param trusted proxies of this house, which add to {@code X-Forwarded-For} whom they were asked by */
    public Callers(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Walks from the socket backwards as long as each hop is a proxy of ours; what stands before the first that is not
     * was written by a stranger, and counts for nothing.
     *
     * @param socket the other end of the connection
     * @param forwarded every value of {@code X-Forwarded-For}, in order
     * @return the address, by which its budget is known
     */
    public String site(String socket, List<String> forwarded) {
        var address = InetAddress.ofLiteral(socket);
        for (var hop : forwarded.reversed()) {
            var before = isTrusted(address) ? read(hop) : Optional.<InetAddress>empty();
            if (before.isEmpty()) {
                break;
            }
            address = before.get();
        }
        return Network.site(address);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static Optional<InetAddress> read(String hop) {
        try {
            return Optional.of(InetAddress.ofLiteral(hop.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
