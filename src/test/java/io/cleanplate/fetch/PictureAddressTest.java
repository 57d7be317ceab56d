package io.cleanplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://pictures.example/a.jpg|https://pictures.example/a.jpg",
                "  HTTPS://Pictures.Example:443/A.jpg |https://pictures.example/A.jpg",
                "http://pictures.example:8080|http://pictures.example:8080/",
                "http://pictures.example?id=7|http://pictures.example/?id=7",
                "https://pictures.example/a b.jpg#top|https://pictures.example/a%20b.jpg",
                "https://pictures.example/grün/a%20b.jpg|https://pictures.example/gr%C3%BCn/a%20b.jpg",
                "https://pictures.example/100%.jpg?a=[1]|https://pictures.example/100%25.jpg?a=%5B1%5D",
                "https://pictures.example/\uD83D\uDCF7.jpg|https://pictures.example/%F0%9F%93%B7.jpg",
                "https://bücher.example/a.jpg|https://xn--bcher-kva.example/a.jpg",
                "https://my_host.example//a//b.jpg|https://my_host.example//a//b.jpg",
                "http://[2001:4860::8888]:81/a.jpg|http://[2001:4860::8888]:81/a.jpg",
                "http://\uFF11\uFF12\uFF17.0.0.1/a.jpg|http://127.0.0.1/a.jpg"
            })
    void isReadAsBrowsersDo(String text, String read) {
        assertThat(PictureAddress.parse(text).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The story names no address of a picture.",
                "//pictures.example/a.jpg|does not say http or https",
                "images/a.jpg|is not a whole one: it must begin with https:// or http://.",
                "ftp://pictures.example/a.jpg|cannot be fetched: it must begin with https:// or http://.",
                "data:image/png;base64,AAAA|holds the picture itself (data:)",
                "https:///a.jpg|names no host",
                "https:pictures.example/a.jpg|names no host",
                "https://pictures.example:99999/a.jpg|names the port 99999",
                "https://pict ures.example/a.jpg|names no host that can be asked",
                "https://%31%30.0.0.1/a.jpg|names no host that can be asked",
                "https://a\u2100b.example/a.jpg|names no host that can be asked",
                "http://[::1%25eth0]/a.jpg|names no host that can be asked"
            })
    void whatCannotBeFetchedIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> PictureAddress.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aNameAndPasswordAreRefusedAndNotShown() {
        assertThatThrownBy(() -> PictureAddress.parse("https://anna:secret@pictures.example/a.jpg?key=hidden"))
                .isInstanceOf(InputException.class)
                .hasMessage("The address https://...@pictures.example/a.jpg?... holds a name or password, which is not"
                        + " sent to anybody: take out what stands before the @.");
    }

    @Test
    void aBackslashEndsTheHostSoThatNoOtherCanHideBehindIt() {
        assertThat(PictureAddress.parse("https://good.example\\@evil.example/a.jpg")
                        .text())
                .isEqualTo("https://good.example/%5C@evil.example/a.jpg");
    }

    @Test
    void oneOfManyThousandCharactersIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> PictureAddress.parse("https://pictures.example/" + "a".repeat(10_000)))
                .isInstanceOf(InputException.class)
                .hasMessage("The address of the picture has 10025 characters; at most 8000 are read.");
    }

    @Test
    void isShownWithoutItsQueryAndNotTooLong() {
        PictureAddress address =
                PictureAddress.parse("https://pictures.example/" + "deep/".repeat(60) + "cat.jpg?signature=hidden");

        assertThat(address.toString())
                .hasSizeLessThan(130)
                .startsWith("https://pictures.example/deep/")
                .endsWith("/cat.jpg?...");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://other.example/b.jpg|https://other.example/b.jpg",
                "//other.example/b.jpg|https://other.example/b.jpg",
                "/b c.jpg|https://pictures.example:8443/b%20c.jpg",
                "b.jpg#x|https://pictures.example:8443/one/two/b.jpg",
                "../b.jpg|https://pictures.example:8443/one/b.jpg",
                "?size=2|https://pictures.example:8443/one/two/a.jpg?size=2"
            })
    void aRedirectIsReadFromWhereItStands(String location, String leadsTo) {
        PictureAddress from = PictureAddress.parse("https://pictures.example:8443/one/two/a.jpg?size=1");

        assertThat(from.follow(location).text()).isEqualTo(leadsTo);
    }

    @Test
    void aSecuredAddressDoesNotLeadToOneThatIsNot() {
        PictureAddress from = PictureAddress.parse("https://pictures.example/a.jpg");

        assertThatThrownBy(() -> from.follow("http://pictures.example/a.jpg?key=hidden"))
                .isInstanceOf(InputException.class)
                .hasMessage("The address http://pictures.example/a.jpg?... is not secured, unlike the one that leads"
                        + " there.");
        assertThat(PictureAddress.parse("http://pictures.example/a.jpg").follow(from.text()))
                .isEqualTo(from);
    }

    @Test
    void aRedirectToNoPlaceIsRefused() {
        PictureAddress from = PictureAddress.parse("https://pictures.example/a.jpg");

        assertThatThrownBy(() -> from.follow("1:2.jpg"))
                .isInstanceOf(InputException.class)
                .hasMessage("The address 1:2.jpg names no place.");
    }
}
