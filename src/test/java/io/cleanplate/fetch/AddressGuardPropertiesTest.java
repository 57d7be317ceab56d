package io.cleanplate.fetch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressGuardPropertiesTest {
    private static final AddressGuard GUARD = new AddressGuard(AllowedHosts.NONE);

    /** First and last address of each network, written out here apart from how the guard writes them. */
    private static final String[][] INSIDE_IPV4 = {
        {"0.0.0.0", "0.255.255.255"},
        {"10.0.0.0", "10.255.255.255"},
        {"100.64.0.0", "100.127.255.255"},
        {"127.0.0.0", "127.255.255.255"},
        {"169.254.0.0", "169.254.255.255"},
        {"172.16.0.0", "172.31.255.255"},
        {"192.0.2.0", "192.0.2.255"},
        {"192.168.0.0", "192.168.255.255"},
        {"198.18.0.0", "198.19.255.255"},
        {"198.51.100.0", "198.51.100.255"},
        {"203.0.113.0", "203.0.113.255"},
        {"224.0.0.0", "255.255.255.255"}
    };

    private static final String[] INSIDE_IPV6 = {
        "::", "::1", "fe80:", "febf:", "fec0:", "fc00:", "fdff:", "ff02:", "2001:db8:", "3fff:", "100:", "64:ff9b:1:"
    };

    @Provide
    Arbitrary<byte[]> privateIpv4() {
        return Arbitraries.of(INSIDE_IPV4)
                .flatMap(range -> Arbitraries.longs().between(number(range[0]), number(range[1])))
                .map(AddressGuardPropertiesTest::ipv4);
    }

    @Provide
    Arbitrary<byte[]> publicIpv4() {
        return Arbitraries.of("1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34", "100.63.255.255")
                .map(text -> InetAddress.ofLiteral(text).getAddress());
    }

    @Provide
    Arbitrary<InetAddress> privateIpv6() {
        return Combinators.combine(
                        Arbitraries.of(INSIDE_IPV6), Arbitraries.integers().between(0, 0xffff))
                .as((start, end) -> InetAddress.ofLiteral(
                        start.endsWith("::") || start.equals("::1") ? start : start + ":" + Integer.toHexString(end)));
    }

    @Property(tries = 500)
    void noAddressInsideIsConnectedTo(@ForAll("privateIpv4") byte[] inside) {
        assertRefused(inside);
    }

    @Property(tries = 500)
    void norInAnyOfItsIpv6Wrappings(@ForAll("privateIpv4") byte[] inside) {
        String hex = HexFormat.of().formatHex(inside);
        assertRefused("00000000000000000000ffff" + hex); // mapped
        assertRefused("000000000000000000000000" + hex); // compatible
        assertRefused("0064ff9b0000000000000000" + hex); // NAT64
        assertRefused("2002" + hex + "00000000000000000001"); // 6to4
        assertRefused("20010000" + hex + "0000000000000000"); // Teredo, the server
        assertRefused("200100000808080800000000" + HexFormat.of().formatHex(inverted(inside))); // Teredo, the client
    }

    @Property(tries = 200)
    void noIpv6AddressInsideIsConnectedTo(@ForAll("privateIpv6") InetAddress inside) {
        assertRefused(inside.getAddress());
    }

    @Property(tries = 50)
    void publicAddressesAreConnectedToOverIpv4AndOverNat64(@ForAll("publicIpv4") byte[] outside) {
        assertAllowed(outside);
        assertAllowed(HexFormat.of()
                .parseHex("0064ff9b0000000000000000" + HexFormat.of().formatHex(outside)));
    }

    @Property(tries = 50)
    void publicIpv6AddressesAreConnectedTo(@ForAll("publicIpv6") InetAddress outside) {
        assertAllowed(outside.getAddress());
    }

    @Provide
    Arbitrary<InetAddress> publicIpv6() {
        return Arbitraries.of("2001:4860:4860::8888", "2606:2800:220:1::1", "2a00:1450::1", "2001:200::1")
                .map(InetAddress::ofLiteral);
    }

    @Property(tries = 100)
    void whatIsAllowedByAddressIsConnectedTo(@ForAll("privateIpv4") byte[] inside) {
        AddressGuard guard = new AddressGuard(AllowedHosts.parse("x", "0.0.0.0/0"));

        assertThatCode(() -> guard.check("host", address(inside))).doesNotThrowAnyException();
    }

    private static void assertRefused(String hex) {
        assertRefused(HexFormat.of().parseHex(hex));
    }

    private static void assertRefused(byte[] address) {
        assertThatThrownBy(() -> GUARD.check("pictures.example", address(address)))
                .isInstanceOf(ForbiddenHostException.class)
                .hasMessageStartingWith("pictures.example is an address inside this network (")
                .hasMessageEndingWith("; to allow it, name it in FETCH_ALLOW_HOSTS.");
    }

    private static void assertAllowed(byte[] address) {
        assertThatCode(() -> GUARD.check("pictures.example", address(address))).doesNotThrowAnyException();
    }

    private static InetAddress address(byte[] bytes) throws UnknownHostException {
        return InetAddress.getByAddress(bytes);
    }

    private static long number(String ipv4) {
        return Long.parseLong(
                HexFormat.of().formatHex(InetAddress.ofLiteral(ipv4).getAddress()), 16);
    }

    private static byte[] ipv4(long number) {
        return HexFormat.of().parseHex(HexFormat.of().toHexDigits(number, 8));
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) ~bytes[i];
        }
        return result;
    }
}
