package io.cleanplate.fetch;

import static io.cleanplate.fetch.PictureServer.PHOTO;
import static io.cleanplate.fetch.PictureServer.file;
import static io.cleanplate.fetch.PictureServer.photo;
import static io.cleanplate.fetch.PictureServer.redirect;
import static io.cleanplate.fetch.PictureServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on this machine, which is allowed as an address inside the network. */
class PictureFetcherTest {
    @TempDir
    Path folder;

    private final PictureServer server = new PictureServer();
    private FetchSettings settings;
    private PictureFetcher fetcher;

    @BeforeEach
    void open() {
        settings = FetchSettings.defaults(folder.resolve("cache"), "1.2.3")
                .allowing(AllowedHosts.parse("FETCH_ALLOW_HOSTS", "127.0.0.1"));
        fetcher = new PictureFetcher(settings, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    @Test
    void aPictureComesAsItStands() {
        server.at("/cat.jpg", photo());

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
    }

    @Test
    void theOtherSideIsToldWhoAsksAndWhatForAndNothingElse() {
        server.at("/cat.jpg", photo());

        fetch("/cat.jpg");

        assertThat(server.lastHeaders)
                .containsOnlyKeys("Host", "User-agent", "Accept", "Accept-encoding", "Connection");
        assertThat(server.lastHeaders)
                .containsEntry("User-agent", List.of("Cleanplate/1.2.3"))
                .containsEntry("Accept-encoding", List.of("identity"));
    }

    @Test
    void spacesAndLettersOfAllLanguagesMayStandInAnAddress() {
        server.at("/", photo());

        assertThat(fetch("/grüne Katze.jpg?größe=1#oben")).isEqualTo(PHOTO);
        assertThat(server.asked).containsExactly("/gr%C3%BCne%20Katze.jpg?gr%C3%B6%C3%9Fe=1");
    }

    @Test
    void progressEndsWithAllBytes() {
        server.at("/cat.jpg", photo());
        List<Long> done = new ArrayList<>();

        fetcher.fetch(server.address("/cat.jpg"), new TaskMonitor() {
            @Override
            public void progress(long received, long total) {
                done.add(received);
            }
        });

        assertThat(done).isSorted().last().isEqualTo((long) PHOTO.length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|127.0.0.1 gives ADDRESS only to who has a password (401).",
                "403|127.0.0.1 does not give out ADDRESS (403).",
                "404|There is no picture at ADDRESS any more (404).",
                "410|There is no picture at ADDRESS any more (410).",
                "418|127.0.0.1 has no picture to give at ADDRESS (418).",
                "304|127.0.0.1 has no picture to give at ADDRESS (304)."
            })
    void anAnswerThatStaysTheSameIsNotWorthAnotherTry(int status, String sentence) {
        server.at("/cat.jpg", status(status));

        assertThatThrownBy(() -> fetch("/cat.jpg?key=hidden"))
                .isInstanceOf(InputException.class)
                .hasMessage(sentence.replace("ADDRESS", server.address("/cat.jpg?...")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429|127.0.0.1 was asked too often and wants a pause (429).",
                "500|127.0.0.1 has a fault of its own (500).",
                "503|127.0.0.1 has a fault of its own (503)."
            })
    void aFaultOfTheOtherSideIsWorthAnotherTry(int status, String sentence) {
        server.at("/cat.jpg", status(status));

        assertThatThrownBy(() -> fetch("/cat.jpg"))
                .isInstanceOf(UnavailableException.class)
                .hasMessage(sentence);
        assertThat(server.asked)
                .as("asked once: the person decides on the next try")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!doctype html><title>Oops|is a web page, not a picture.",
                "{\"error\":\"gone\"}|is a text file, not a picture.",
                "''|is empty.",
                "\u001f\u008b\b|is not a picture: it begins like no JPEG, PNG, WebP, TIFF, BMP or GIF."
            })
    void whatIsNoPictureIsNotTakenForOneWhateverItIsCalled(String body, String what) {
        server.at("/cat.jpg", file(body.getBytes(StandardCharsets.ISO_8859_1), "Content-Type", "image/jpeg"));

        assertThatThrownBy(() -> fetch("/cat.jpg"))
                .isInstanceOf(InputException.class)
                .hasMessage("What 127.0.0.1 sent " + what);
    }

    @Test
    void aPictureIsOneWhateverItIsCalled() {
        server.at("/cat.php", file(PHOTO, "Content-Type", "text/html"));

        assertThat(fetch("/cat.php")).isEqualTo(PHOTO);
    }

    @Test
    void aConnectionThatBreaksOffIsWorthAnotherTry() {
        server.at("/cat.jpg", exchange -> {
            exchange.sendResponseHeaders(200, PHOTO.length);
            exchange.getResponseBody().write(PHOTO, 0, 5_000);
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThatThrownBy(() -> fetch("/cat.jpg"))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("127.0.0.1 broke off the connection before the picture at " + server.address("/cat.jpg")
                        + " was whole.");
    }

    @Test
    void aFileThatAnnouncesTooMuchIsNotRead() {
        server.at("/cat.jpg", exchange -> {
            exchange.sendResponseHeaders(200, 300_000_000);
            exchange.getResponseBody().write(PHOTO);
            exchange.getResponseBody().flush();
            server.waitForTheEnd();
        });

        assertTooLarge("200 MB");
    }

    @Test
    void aFileThatNeverEndsIsReadUpToTheLimit() {
        reopen(settings.keepingTo(1_000_000, 1_000_000));
        server.at("/cat.jpg", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(PHOTO);
            }
        });

        assertTooLarge("1 MB");
    }

    private void assertTooLarge(String limit) {
        assertThatThrownBy(() -> fetch("/cat.jpg"))
                .isInstanceOf(InputException.class)
                .hasMessage("The file at " + server.address("/cat.jpg") + " has more than the limit of " + limit + ".");
    }

    @Test
    void redirectsAreFollowed() {
        server.at("/a", redirect("/b/c?size=large"))
                .at("/b", redirect(server.address(asSentInUtf8("/grüne Katze.jpg"))))
                .at("/gr", photo());

        assertThat(fetch("/a")).isEqualTo(PHOTO);
        assertThat(server.asked).containsExactly("/a", "/b/c?size=large", "/gr%C3%BCne%20Katze.jpg");
    }

    /** The server writes headers in Latin-1. */
    private static String asSentInUtf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aCircleIsNotWalkedTwice() {
        server.at("/a", redirect("/b")).at("/b", redirect("/a"));

        assertThatThrownBy(() -> fetch("/a"))
                .isInstanceOf(InputException.class)
                .hasMessage(server.address("/a") + " leads around in a circle and never to a picture.");
        assertThat(server.asked).containsExactly("/a", "/b");
    }

    @Test
    void oneRedirectAfterTheOtherEndsAfterFive() {
        server.at("/", exchange -> redirect(exchange.getRequestURI() + "x").handle(exchange));

        assertThatThrownBy(() -> fetch("/"))
                .isInstanceOf(InputException.class)
                .hasMessage(server.address("/") + " leads on to more than 5 other addresses.");
        assertThat(server.asked).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/key,10.0.0.1 is an address inside this network",
        "http://[::ffff:169.254.169.254]/key,::ffff:169.254.169.254 is an address inside this network",
        "http://2130706434/key,2130706434 is an address inside this network (127.0.0.2)"
    })
    void aRedirectIntoTheNetworkIsRefusedThoughTheFirstHostWasAllowed(String inside, String what) {
        server.at("/cat.jpg", redirect(inside));

        assertThatThrownBy(() -> fetch("/cat.jpg"))
                .isInstanceOf(InputException.class)
                .hasMessage("127.0.0.1 leads on to another address. " + what
                        + "; to allow it, name it in FETCH_ALLOW_HOSTS.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://pictures.example/cat.jpg", "file:///etc/passwd", "https://anna:pw@pictures.example/"})
    void aRedirectToWhatIsNoWebAddressIsRefused(String location) {
        server.at("/cat.jpg", redirect(location));

        assertThatThrownBy(() -> fetch("/cat.jpg"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("127.0.0.1 leads on to another address. The address ");
    }

    @Test
    void anAddressInsideTheNetworkIsRefusedBeforeAnybodyIsAsked() {
        reopen(settings.allowing(AllowedHosts.NONE));
        server.at("/cat.jpg", photo());

        assertThatThrownBy(() -> fetch("/cat.jpg"))
                .isInstanceOf(InputException.class)
                .hasMessage("127.0.0.1 is an address inside this network; to allow it, name it in FETCH_ALLOW_HOSTS.");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void theAddressThatWasCheckedIsTheOneConnectedTo() {
        List<String> lookedUp = new ArrayList<>();
        reopen(settings, host -> {
            lookedUp.add(host);
            return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        });
        server.at("/cat.jpg", photo());

        assertThat(fetcher.fetch("http://pictures.example:" + server.port() + "/cat.jpg", TaskMonitor.NONE))
                .isEqualTo(PHOTO);
        assertThat(lookedUp).containsExactly("pictures.example");
        assertThat(server.lastHeaders).containsEntry("Host", List.of("pictures.example:" + server.port()));
    }

    @Test
    void aNameThatLeadsInsideAndOutsideAtOnceIsRefused() {
        reopen(settings, host ->
                new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("192.168.0.1")});
        server.at("/cat.jpg", photo());

        assertThatThrownBy(
                        () -> fetcher.fetch("http://pictures.example:" + server.port() + "/cat.jpg", TaskMonitor.NONE))
                .isInstanceOf(InputException.class)
                .hasMessage("pictures.example is an address inside this network (192.168.0.1); to allow it, name it in"
                        + " FETCH_ALLOW_HOSTS.");
    }

    @Test
    void aHostThatIsNotKnownIsTold() {
        reopen(settings, host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> fetcher.fetch("http://nowhere.example/cat.jpg", TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("The host nowhere.example was not found: check its name, and the network.");
    }

    @Test
    void aHostWhereNobodyListensIsTold() {
        String address = server.address("/cat.jpg");
        server.close();

        assertThatThrownBy(() -> fetcher.fetch(address, TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("127.0.0.1 refused the connection.");
    }

    @Test
    void aHostThatCannotSpeakSecurelyIsTold() {
        assertThatThrownBy(() -> fetchFromWhoSays("https", "HTTP/1.1 400 Speak plainly\r\n\r\n"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("No secure connection to 127.0.0.1 could be made, so nothing was fetched (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.6\r\n\r\n"})
    void aHostThatHangsUpWithoutAnAnswerIsTold(String said) {
        assertThatThrownBy(() -> fetchFromWhoSays("http", said))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("127.0.0.1 closed the connection without an answer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void aHostThatSpeaksSomethingElseIsTold(String said) {
        assertThatThrownBy(() -> fetchFromWhoSays("http", said))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("127.0.0.1 answered with something that is not HTTP.");
    }

    @Test
    void headersWithoutEndAreNotHeardOut() {
        String header = "X-Padding: " + "a".repeat(1_000) + "\r\n";

        assertThatThrownBy(() -> fetchFromWhoSays("http", "HTTP/1.1 200 OK\r\n" + header.repeat(300)))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("127.0.0.1 answered with something that is not HTTP.");
    }

    /** From a host that answers the first request with this and hangs up. */
    private void fetchFromWhoSays(String scheme, String said) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(new FutureTask<>(() -> {
                try (Socket caller = socket.accept()) {
                    caller.getInputStream().read(new byte[16_000]);
                    caller.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                    caller.shutdownOutput();
                    return caller.getInputStream().readAllBytes();
                }
            }));
            fetcher.fetch(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/cat.jpg", TaskMonitor.NONE);
        }
    }

    @Test
    void aPictureOfTheDemoIsReadFromItsFolderAndIsOne() throws IOException {
        reopen(settings.readingFilesIn(folder));
        Path cat = Files.write(folder.resolve("cat.jpg"), PHOTO);
        Path page = Files.writeString(folder.resolve("page.jpg"), "<html>");

        assertThat(fetcher.fetch(cat.toUri().toString(), TaskMonitor.NONE)).isEqualTo(PHOTO);
        assertThatThrownBy(() -> fetcher.fetch(page.toUri().toString(), TaskMonitor.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("page.jpg is a web page, not a picture.");
    }

    private void reopen(FetchSettings other) {
        reopen(other, InetAddress::getAllByName);
    }

    private void reopen(FetchSettings other, GuardedResolver.Lookup lookup) {
        fetcher.close();
        fetcher = new PictureFetcher(other, Clock.systemUTC(), lookup);
    }

    private byte[] fetch(String path) {
        return fetcher.fetch(server.address(path), TaskMonitor.NONE);
    }
}
