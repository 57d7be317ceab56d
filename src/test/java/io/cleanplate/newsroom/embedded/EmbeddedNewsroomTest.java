package io.cleanplate.newsroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueueQuery;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedNewsroomTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<String> drawn = new ArrayList<>();

    @Test
    void firstStartFillsAndLaterOnesLeaveAlone() throws Exception {
        List<NewsImage> all;
        try (EmbeddedNewsroom demo = start();
                MongoNewsroom newsroom = connect(demo)) {
            all = everything(newsroom);
            newsroom.skip(pending(newsroom, "harbour-post").getFirst().ref(), "eva");
        }

        assertThat(all).hasSize(45);
        assertThat(drawn).doesNotHaveDuplicates().noneMatch(each -> each.endsWith(DemoStory.UNMARKED_SOURCE));
        int pictures = drawn.size();
        try (EmbeddedNewsroom demo = start();
                MongoNewsroom newsroom = connect(demo)) {
            assertThat(everything(newsroom))
                    .hasSize(45)
                    .filteredOn(image -> image.state() == PictureState.SKIPPED)
                    .hasSize(1);
        }
        assertThat(drawn).hasSize(pictures);
    }

    @Test
    void customersDifferInHowTheyAreTreated() {
        try (EmbeddedNewsroom demo = start();
                MongoNewsroom newsroom = connect(demo)) {
            assertThat(newsroom.customers()).containsExactly("harbour-post", "orbit-wire", "valley-radio");
            assertThat(newsroom.allSettings())
                    .extracting(CustomerSettings::customer, CustomerSettings::autoMarkCleaned)
                    .containsExactly(tuple("harbour-post", false), tuple("orbit-wire", true));
            assertThat(newsroom.sources(null)).containsExactly("Atlas Photo", "Meridian", "Northlight", "Open Archive");
        }
    }

    @Test
    void onlyUnmarkedPicturesAreMarkedAsCleanUnseen() throws Exception {
        try (EmbeddedNewsroom demo = start();
                MongoNewsroom newsroom = connect(demo)) {
            for (NewsImage image : pending(newsroom, "orbit-wire")) {
                byte[] bytes = Files.readAllBytes(Path.of(URI.create(image.ref().image())));
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("marked by");
                assertThat(bytes).startsWith(0xFF, 0xD8);
            }
        }
    }

    @Test
    void someRowsAreBrokenAsInLife() {
        try (EmbeddedNewsroom demo = start();
                MongoNewsroom newsroom = connect(demo)) {
            List<NewsImage> all = everything(newsroom);
            assertThat(all)
                    .filteredOn(image -> image.story().summary().isEmpty())
                    .isNotEmpty();
            assertThat(all).filteredOn(image -> image.ref().image().isEmpty()).isNotEmpty();
            assertThat(pending(newsroom, "valley-radio"))
                    .filteredOn(image ->
                            Files.notExists(Path.of(URI.create(image.ref().image()))))
                    .hasSize(1);
        }
    }

    @Test
    void erasedNewsroomStartsOver() {
        try (EmbeddedNewsroom demo = start();
                MongoNewsroom newsroom = connect(demo)) {
            newsroom.skip(pending(newsroom, "harbour-post").getFirst().ref(), "eva");
        }

        EmbeddedNewsroom.erase(folder);

        assertThat(folder.resolve("pictures")).doesNotExist();
        try (EmbeddedNewsroom demo = start();
                MongoNewsroom newsroom = connect(demo)) {
            assertThat(everything(newsroom)).hasSize(45).noneMatch(image -> image.state() == PictureState.SKIPPED);
        }
    }

    private EmbeddedNewsroom start() {
        return EmbeddedNewsroom.start(
                folder,
                (sample, source) -> {
                    drawn.add(sample + " marked by " + source);
                    return (sample + " marked by " + source).getBytes(StandardCharsets.ISO_8859_1);
                },
                CLOCK);
    }

    private static MongoNewsroom connect(EmbeddedNewsroom demo) {
        return new MongoNewsroom(new MongoConnection(demo.url()), CLOCK, Runnable::run);
    }

    private static List<NewsImage> everything(MongoNewsroom newsroom) {
        return newsroom.page(new QueueQuery(new QueueFilter(null, null, null, null, null), null, 100))
                .pictures();
    }

    private static List<NewsImage> pending(MongoNewsroom newsroom, String customer) {
        return newsroom.page(new QueueQuery(QueueFilter.pendingOf(customer), null, 100))
                .pictures();
    }
}
