package cn.qianfa.gateway.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Addresses that begin alike.
 *
 * @param prefix how many bits they share
 */
public record Network(InetAddress address, int prefix) {
    /** The part of an IPv6 address that is one household's or one office's; the rest a host may choose as it likes. */
    private static final int ONE_SITE = 64;

    public Network {
        if (prefix < 0 || prefix > address.getAddress().length * 8) {
            throw new IllegalArgumentException("network: %s/%d".formatted(address.getHostAddress(), prefix));
        }
    }

    /** @param text an address, or an address and how many bits count, such as {@code 10.2.0.0/16} */
    public static Network of(String text) {
        var parts = text.strip().split("/", 2);
        try {
            var address = InetAddress.ofLiteral(parts[0]);
            var all = address.getAddress().length * 8;
            return new Network(address, parts.length == 1 ? all : Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "network: %s (expected: an address, or 10.2.0.0/16 or 2001:db8::/32)".formatted(text), e);
        }
    }

    public boolean contains(InetAddress other) {
        var theirs = other.getAddress();
        return theirs.length == address.getAddress().length
                && Arrays.equals(begin(theirs, prefix), begin(address.getAddress(), prefix));
    }

    /** An address as its budget knows it: an IPv4 address itself, of an IPv6 address the network it is in. */
    static String site(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4
                ? address.getHostAddress()
                : HexFormat.of().formatHex(begin(bytes, ONE_SITE), 0, ONE_SITE / 8);
    }

    private static byte[] begin(byte[] address, int bits) {
        var begin = new byte[address.length];
        for (var at = 0; at < bits; at++) {
            begin[at / 8] |= (byte) (address[at / 8] & (0x80 >> (at % 8)));
        }
        return begin;
    }
}
