package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library sends. */
class MalformedRequestsTest {
    private static final Served SERVER = new Served(null);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void nothingWasChanged() {
        assertThat(SERVER.newsroom.saved).isEmpty();
        assertThat(SERVER.autoMark.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../health",
                "/./health",
                "/health/",
                "//health",
                "/api//stats",
                "/api/../api/stats",
                "/api/%2e%2e/api/stats",
                "/api/%2E/stats",
                "/api%2fstats",
                "/api/customers/..%2f..%2fetc%2fpasswd/image-config",
                "/api/customers/%2e%2e/image-config",
                "/api/customers/a%2Fb/image-config",
                "/api/customers/a%5Cb/image-config",
                "/api/customers/acme%00/image-config",
                "/api/customers/%0d%0aX: y/image-config",
                "/api/customers//image-config",
                "/api/customers/%FF/image-config",
                "/api/customers/%c0%ae%c0%ae/image-config",
                "/api/customers/acm\u00e9/image-config",
                "/health;x=1",
                "/%68ealth%00",
                "/HEALTH",
                "/openapi.yaml/",
                "/..%2fopenapi.yaml"
            })
    void aPathThatCouldMeanAnotherNamesNothing(String path) throws IOException {
        String answer = SERVER.rawLine("GET " + path + " HTTP/1.1");

        // The server below says 400 or "no context" by itself where the address is broken or has no path.
        assertThat(answer).matches("(?s)HTTP/1.1 (404 .*(nothing at this path|No context found).*|400 .*)");
        assertThat(answer).doesNotContain("iopaint-ui", "auto_mark_cleaned", "root:");
    }

    @Test
    void anEncodedLetterIsThatLetter() throws IOException {
        assertThat(SERVER.rawLine("GET /api/customers/%61cme/image-config HTTP/1.1"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aLongPathIsTooLong() throws IOException {
        assertThat(SERVER.rawLine("GET /api/customers/" + "a".repeat(4000) + " HTTP/1.1"))
                .startsWith("HTTP/1.1 414 ");
    }

    @Test
    void aHugePathIsCutOff() throws IOException {
        assertThat(SERVER.rawLine("GET /" + "a".repeat(500_000) + " HTTP/1.1")).doesNotStartWith("HTTP/1.1 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example/api/stats", "//evil.example/api/stats", "mailto:x", "*", "api/stats", "?x"})
    void anAddressThatIsNoPathNamesNothing(String address) throws IOException {
        assertThat(SERVER.rawLine("GET " + address + " HTTP/1.1")).doesNotStartWith("HTTP/1.1 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET", "GET /health", "GET  /health HTTP/1.1", "\u0000\u0001\u0002", "get /health HTTP/1.1"})
    void aRequestLineThatIsNoneIsNotAnswered(String line) throws IOException {
        assertThat(SERVER.rawLine(line)).doesNotStartWith("HTTP/1.1 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "99999999999999999999", "1, 1"})
    void aLengthThatIsNoneIsABadRequest(String length) throws IOException {
        assertThat(SERVER.rawLine("POST " + Served.RUN + " HTTP/1.1", "Content-Length: " + length))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void twoWaysToTellTheLengthAreABadRequest() throws IOException {
        assertThat(SERVER.rawLine(
                        "POST " + Served.RUN + " HTTP/1.1", "Content-Length: 5", "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void brokenChunksAreNotTakenForContent() throws IOException {
        String answer = SERVER.raw("PUT " + Served.CONFIG + " HTTP/1.1\r\nHost: " + SERVER.host()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");

        assertThat(answer).doesNotStartWith("HTTP/1.1 2");
    }

    @Test
    void contentOfAnnouncedHugeSizeIsRefusedBeforeItComes() throws IOException {
        String answer = SERVER.raw("PUT " + Served.CONFIG + " HTTP/1.1\r\nHost: " + SERVER.host()
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 1048577\r\n\r\n"
                + "x".repeat(1_048_577));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("larger than 1 MB");
    }

    @Test
    void anotherHostIsForbiddenToChange() throws IOException {
        String answer = SERVER.raw("POST " + Served.RUN
                + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aForeignPageIsForbiddenToChange() throws IOException {
        assertThat(SERVER.rawLine("POST " + Served.RUN + " HTTP/1.1", "Origin: http://evil.example"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aParameterThatIsNotUtf8BreaksNothing() throws IOException {
        assertThat(SERVER.rawLine("POST " + Served.RUN + "?customer=%FF%00 HTTP/1.1"))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void whatNobodyAnswersIsCountedWithoutItsPath() throws IOException {
        SERVER.observed.clear();

        SERVER.rawLine("GET /wp-login.php HTTP/1.1");
        SERVER.rawLine("BREW /health HTTP/1.1");

        assertThat(SERVER.observed).containsExactly("GET unmatched 404", "OTHER unmatched 405");
    }
}
