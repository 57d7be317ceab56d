package io.cleanplate.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those of the public Internet, and those that are allowed by name. A picture's
 * address is data from outside, and must not make this machine ask what only this machine can reach. Thread-safe.
 */
final class AddressGuard {
    /** IANA's registry of special-purpose IPv4 addresses, and multicast. */
    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private, RFC 1918
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local; clouds answer with their keys here
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /** All of IPv6 that is given out as public; loopback, link-local, unique-local, multicast and mapped lie outside. */
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    /**
     * What is special in it. Teredo and 6to4 wrap IPv4 addresses, private ones too; no picture is served over either, so
     * they are refused whole.
     */
    private static final List<Network> NOT_PUBLIC_IN_IT = networks(
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation

    /** How a network with IPv6 alone reaches IPv4: what is wrapped counts. */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private static final int NAT64_BYTES = 12;

    private final AllowedHosts allowed;

    AddressGuard(AllowedHosts allowed) {
        this.allowed = allowed;
    }

    /**
     * Checks where a name leads.
     *
     * @throws ForbiddenHostException when nothing is fetched from there
     * @throws UnknownHostException when the address cannot be read
     */
    void check(String host, InetAddress address) throws UnknownHostException {
        if (!allowed.name(host) && !allowed.address(address) && !isPublic(address)) {
            String literal = address.getHostAddress();
            throw new ForbiddenHostException(host + " is an address inside this network"
                    + (Network.parse(host).isPresent() ? "" : " (" + literal + ")") + "; to allow it, name it in "
                    + AllowedHosts.VARIABLE + ".");
        }
    }

    private static boolean isPublic(InetAddress address) throws UnknownHostException {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
        }
        if (NAT64.contains(address)) {
            byte[] bytes = address.getAddress();
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, NAT64_BYTES, bytes.length)));
        }
        return GLOBAL_UNICAST.contains(address)
                && NOT_PUBLIC_IN_IT.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
