package io.cleanplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    @Test
    void namesAddressesAndNetworksStandTogetherInOneLine() {
        AllowedHosts hosts = parse("archive.local, *.pictures.example 10.1.0.0/16;fd00::/8".replace(';', ','));

        assertThat(hosts.name("archive.local")).isTrue();
        assertThat(hosts.name("eu.pictures.example")).isTrue();
        assertThat(hosts.address(InetAddress.ofLiteral("10.1.255.3"))).isTrue();
        assertThat(hosts.address(InetAddress.ofLiteral("fd12::7"))).isTrue();
    }

    @Test
    void nothingElseIsAllowedByThem() {
        AllowedHosts hosts = parse("archive.local,*.pictures.example,10.1.0.0/16");

        assertThat(hosts.name("my-archive.local")).isFalse();
        assertThat(hosts.name("archive.local.evil.example")).isFalse();
        assertThat(hosts.name("pictures.example")).isFalse();
        assertThat(hosts.name("evilpictures.example")).isFalse();
        assertThat(hosts.address(InetAddress.ofLiteral("10.2.0.0"))).isFalse();
    }

    @Test
    void caseATrailingDotAndOtherLettersMakeNoDifference() {
        AllowedHosts hosts = parse("Archive.Local bücher.example");

        assertThat(hosts.name("ARCHIVE.local.")).isTrue();
        assertThat(hosts.name("xn--bcher-kva.example")).isTrue();
    }

    @Test
    void anAddressAloneIsItself() {
        AllowedHosts hosts = parse("192.168.1.7 [::1]");

        assertThat(hosts.address(InetAddress.ofLiteral("192.168.1.7"))).isTrue();
        assertThat(hosts.address(InetAddress.ofLiteral("192.168.1.8"))).isFalse();
        assertThat(hosts.address(InetAddress.ofLiteral("::1"))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", " , ,"})
    void nothingSaidAllowsNothing(String value) {
        AllowedHosts hosts = AllowedHosts.parse("FETCH_ALLOW_HOSTS", value);

        assertThat(hosts.name("localhost")).isFalse();
        assertThat(hosts.address(InetAddress.getLoopbackAddress())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.",
                "a.*.example",
                "10.0.0.0/33",
                "fd00::/129",
                "10.1",
                "10.0.0.256",
                "010.0.0.1.5",
                "2130706433",
                "0x7f.1",
                "archive.local:8080",
                "http://archive.local",
                "archive.local/pictures",
                "[::1",
                "::1%eth0",
                "-archive",
                "a..b"
            })
    void whatIsNoHostIsRefusedWithWhatWouldBe(String entry) {
        assertThatThrownBy(() -> parse("archive.local," + entry))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("FETCH_ALLOW_HOSTS names '" + entry + "': accepted are host names such as");
    }

    private static AllowedHosts parse(String value) {
        return AllowedHosts.parse("FETCH_ALLOW_HOSTS", value);
    }
}
