package io.cleanplate.fetch;

import static io.cleanplate.fetch.PictureServer.PHOTO;
import static io.cleanplate.fetch.PictureServer.file;
import static io.cleanplate.fetch.PictureServer.photo;
import static io.cleanplate.fetch.PictureServer.redirect;
import static io.cleanplate.fetch.PictureServer.send;
import static io.cleanplate.fetch.PictureServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache as the fetcher uses it; the time is set by hand. */
class PictureCacheTest {
    private static final long ROOM = 2_000_000_000L;

    @TempDir
    Path folder;

    private final PictureServer server = new PictureServer();
    private final List<PictureFetcher> opened = new ArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private volatile HttpHandler answer = photo();
    private PictureFetcher fetcher;

    @BeforeEach
    void open() {
        server.at("/", exchange -> answer.handle(exchange));
        fetcher = open(ROOM);
    }

    @AfterEach
    void close() {
        opened.forEach(PictureFetcher::close);
        server.close();
    }

    @Test
    void whatWasFetchedAMomentAgoIsNotAskedForAgain() {
        fetch("/cat.jpg");
        later(Duration.ofMinutes(9));

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void anotherProcessFindsItToo() {
        fetch("/cat.jpg");

        assertThat(open(ROOM).fetch(server.address("/cat.jpg"), TaskMonitor.NONE))
                .isEqualTo(PHOTO);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void laterTheOtherSideIsAskedWhetherItIsStillRight() {
        answer = file(PHOTO, "ETag", "\"v1\"", "Last-Modified", "Fri, 20 Nov 2026 08:00:00 GMT");
        fetch("/cat.jpg");
        later(Duration.ofMinutes(11));
        answer = status(304);

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
        assertThat(server.lastHeaders)
                .containsEntry("If-none-match", List.of("\"v1\""))
                .containsEntry("If-modified-since", List.of("Fri, 20 Nov 2026 08:00:00 GMT"));
    }

    @Test
    void whatIsStillRightIsFreshAgainAndKeepsItsName() {
        answer = file(PHOTO, "ETag", "\"v1\"");
        fetch("/cat.jpg");
        answer = status(304);
        later(Duration.ofMinutes(11));
        fetch("/cat.jpg");
        later(Duration.ofMinutes(9));
        fetch("/cat.jpg");
        assertThat(server.asked).hasSize(2);
        later(Duration.ofMinutes(2));
        fetch("/cat.jpg");

        assertThat(server.asked).hasSize(3);
        assertThat(server.lastHeaders).containsEntry("If-none-match", List.of("\"v1\""));
    }

    @Test
    void aPictureThatWasReplacedComesAnew() {
        answer = file(gif("first"), "ETag", "\"v1\"");
        fetch("/cat.jpg");
        later(Duration.ofMinutes(11));
        answer = file(gif("second"), "ETag", "\"v2\"");

        assertThat(fetch("/cat.jpg")).isEqualTo(gif("second"));
        assertThat(fetch("/cat.jpg")).isEqualTo(gif("second"));
    }

    @Test
    void theNameOfAVersionIsToldOnlyToTheAddressThatGaveIt() {
        answer = file(PHOTO, "ETag", "\"v1\"");
        server.at("/moved", redirect("/cat.jpg"));
        fetch("/moved");
        later(Duration.ofMinutes(11));
        answer = exchange ->
                send(exchange, exchange.getRequestHeaders().containsKey("If-None-Match") ? 304 : 404, PHOTO);

        assertThat(fetch("/moved")).isEqualTo(PHOTO);
    }

    @Test
    void theOtherSideSaysHowLongItIsRight() {
        answer = file(PHOTO, "Cache-Control", "public, max-age=7200");
        fetch("/cat.jpg");
        later(Duration.ofMinutes(119));
        fetch("/cat.jpg");
        assertThat(server.asked).hasSize(1);
        later(Duration.ofMinutes(2));
        fetch("/cat.jpg");

        assertThat(server.asked).hasSize(2);
    }

    @Test
    void nothingIsRightForAYear() {
        answer = file(PHOTO, "Cache-Control", "max-age=31536000, immutable");
        fetch("/cat.jpg");
        later(Duration.ofHours(25));
        fetch("/cat.jpg");

        assertThat(server.asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private, No-Store", "no-cache", "max-age=0", "no-cache, max-age=600"})
    void theOtherSideMayWantToBeAskedEachTime(String cacheControl) {
        answer = file(PHOTO, "Cache-Control", cacheControl);

        fetch("/cat.jpg");
        fetch("/cat.jpg");

        assertThat(server.asked).hasSize(2);
    }

    @Test
    void whatMustNotBeKeptIsNot() throws IOException {
        fetch("/cat.jpg");
        later(Duration.ofMinutes(11));
        answer = file(PHOTO, "Cache-Control", "no-store");
        fetch("/cat.jpg");

        assertThat(cached()).isEmpty();
    }

    @Test
    void anOldCopyServesWhileTheOtherSideFails() {
        fetch("/cat.jpg");
        later(Duration.ofDays(30));
        answer = status(503);

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
    }

    @Test
    void anOldCopyServesWhileTheNetworkIsAway() {
        fetch("/cat.jpg");
        later(Duration.ofDays(30));
        server.close();

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
        assertThatThrownBy(() -> fetch("/dog.jpg")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aPictureThatIsGoneIsForgotten() throws IOException {
        fetch("/cat.jpg");
        later(Duration.ofMinutes(11));
        answer = status(404);

        assertThatThrownBy(() -> fetch("/cat.jpg")).isInstanceOf(InputException.class);
        assertThat(cached()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackMakesNothingFresh() {
        fetch("/cat.jpg");
        later(Duration.ofDays(-1));
        fetch("/cat.jpg");

        assertThat(server.asked).hasSize(2);
    }

    @Test
    void aDamagedCopyIsFetchedAnew() throws IOException {
        fetch("/cat.jpg");
        byte[] damaged = PHOTO.clone();
        damaged[PHOTO.length / 2]++;
        Files.write(only(".picture"), damaged);

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
        assertThat(server.asked).hasSize(2);
        assertThat(only(".picture")).hasBinaryContent(PHOTO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "{}", "{\"checkedMillis\":\"soon\"}", "{\"freshSeconds\":99999999999999}"
            })
    void aDamagedNoteIsFetchedAnew(String note) throws IOException {
        fetch("/cat.jpg");
        Files.writeString(only(".json"), note);

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
        assertThat(server.asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {".picture", ".json"})
    void aFileThatAnotherProcessRemovedIsFetchedAnew(String kind) throws IOException {
        fetch("/cat.jpg");
        Files.delete(only(kind));

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
    }

    @Test
    void theOneThatWasNotUsedForTheLongestTimeMakesRoom() throws IOException {
        fetcher = open(PHOTO.length * 5L / 2);
        fetch("/first.jpg");
        later(Duration.ofMinutes(1));
        fetch("/second.jpg");
        later(Duration.ofMinutes(1));
        fetch("/first.jpg");
        later(Duration.ofMinutes(1));
        fetch("/third.jpg");

        assertThat(cached()).hasSize(4);
        server.asked.clear();
        fetch("/first.jpg");
        fetch("/third.jpg");
        assertThat(server.asked).isEmpty();
        fetch("/second.jpg");
        assertThat(server.asked).containsExactly("/second.jpg");
    }

    @Test
    void onePictureLargerThanTheCacheDrivesNothingOut() throws IOException {
        answer = file(gif("small"));
        fetch("/small.gif");
        fetcher = open(PHOTO.length - 1L);
        answer = photo();

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
        assertThat(cached()).hasSize(2);
    }

    @Test
    void whatACrashLeftIsRemovedAndWhatIsNotOursStays() throws IOException {
        String started = "." + "0".repeat(64) + ".picture.9b2f1a52-5f0e-4b58-a2f5-2d7f2f3f1f10.tmp";
        Path crashed = Files.writeString(
                Files.createDirectories(folder.resolve("cache")).resolve(started), "half");
        Files.setLastModifiedTime(crashed, FileTime.from(now.minus(Duration.ofHours(2))));
        Path foreign = Files.writeString(folder.resolve("cache/holiday.picture"), "mine");

        fetch("/cat.jpg");

        assertThat(crashed).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void aCacheThatCannotBeWrittenFailsNoPicture() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");

        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
        assertThat(fetch("/cat.jpg")).isEqualTo(PHOTO);
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void noAddressIsWrittenDown() throws IOException {
        fetch("/cat.jpg?signature=hidden");

        assertThat(cached())
                .allSatisfy(file -> assertThat(file.getFileName().toString()).doesNotContain("hidden"));
        assertThat(only(".json")).content().doesNotContain("hidden", "127.0.0.1");
    }

    private PictureFetcher open(long room) {
        FetchSettings settings = FetchSettings.defaults(folder.resolve("cache"), "1.2.3")
                .allowing(AllowedHosts.parse("FETCH_ALLOW_HOSTS", "127.0.0.1"))
                .keepingTo(ROOM, room);
        PictureFetcher made = new PictureFetcher(settings, () -> now);
        opened.add(made);
        return made;
    }

    private byte[] fetch(String path) {
        return fetcher.fetch(server.address(path), TaskMonitor.NONE);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    /** All files of the cache. */
    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    private Path only(String ending) throws IOException {
        List<Path> files = cached().stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private static byte[] gif(String content) {
        return ("GIF89a" + content).getBytes(StandardCharsets.US_ASCII);
    }
}
