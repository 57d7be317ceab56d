package io.cleanplate.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IP addresses (CIDR, RFC 4632): those that begin with the same bits as {@code base}.
 *
 * @param base an address of the block
 * @param prefix how many first bits the block shares, at most as many as the address has
 */
record Network(InetAddress base, int prefix) {
    private static final Pattern SHAPE = Pattern.compile("(\\[?)([^/\\[\\]]+)(]?)(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    /** Reads {@code 10.0.0.0/8}, {@code fc00::/7}, or one address; empty when it is neither. Asks no name server. */
    static Optional<Network> parse(String text) {
        Matcher shape = SHAPE.matcher(text.toLowerCase(Locale.ROOT));
        if (!shape.matches() || shape.group(1).isEmpty() != shape.group(3).isEmpty()) {
            return Optional.empty();
        }
        return literal(shape.group(2)).flatMap(base -> {
            int bits = base.getAddress().length * Byte.SIZE;
            int prefix = shape.group(4) == null ? bits : Integer.parseInt(shape.group(4));
            return prefix <= bits ? Optional.of(new Network(base, prefix)) : Optional.empty();
        });
    }

    /** A network that this program names itself. */
    static Network of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    boolean contains(InetAddress address) {
        byte[] first = base.getAddress();
        byte[] second = address.getAddress();
        if (first.length != second.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((first[bit / Byte.SIZE] ^ second[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Java itself would also read {@code 10.1} and {@code 167772161}: whoever writes that may have meant another. */
    private static Optional<InetAddress> literal(String text) {
        try {
            if (IPV4.matcher(text).matches()) {
                return Optional.of(Inet4Address.ofLiteral(text));
            }
            return IPV6.matcher(text).matches() ? Optional.of(Inet6Address.ofLiteral(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
