package io.cleanplate.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkInProgressTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final WorkKey KEY = WorkKey.of(new PictureRef("c1", NewsId.ofString("a"), "https://example.org/a"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1,8", "3,8", "3,16"})
    void maskAndResultComeBackToTheBit(int channels, int depth) {
        byte[] samples = new byte[30 * 20 * channels * depth / 8];
        new Random(1).nextBytes(samples);
        Pixels changed = new Pixels(30, 20, channels, depth, samples, null);
        Pixels original = new Pixels(30, 20, channels, depth, new byte[samples.length], null);
        Rect area = new Rect(4, 3, 17, 9);
        Mask mask = painted(Rect.ofSize(30, 20), area);

        work().keep(KEY, new WorkState(mask, WorkState.Result.cut(changed, area, "lama")));

        WorkState found = work().find(KEY).orElseThrow();
        assertThat(found.mask()).isEqualTo(mask);
        WorkState.Result result = Objects.requireNonNull(found.result());
        assertThat(result.model()).isEqualTo("lama");
        assertThat(result.over(original).cut(area)).isEqualTo(changed.cut(area));
    }

    @Test
    void theLastStateCountsAndIsForgottenWhenDropped() {
        Mask first = painted(Rect.ofSize(9, 9), new Rect(1, 1, 2, 2));
        work().keep(KEY, new WorkState(first, null));
        work().keep(KEY, new WorkState(Mask.empty(9, 9), null));

        assertThat(work().find(KEY)).contains(new WorkState(Mask.empty(9, 9), null));
        work().drop(KEY);
        assertThat(work().find(KEY)).isEmpty();
    }

    @Test
    void workIsNotTakenForAnotherPicture() {
        work().keep(KEY, new WorkState(Mask.empty(9, 9), null));

        assertThat(work().find(WorkKey.of(new PictureRef("c1", NewsId.ofString("a"), "https://example.org/b"))))
                .isEmpty();
        assertThat(WorkKey.of(new PictureRef("a b", NewsId.ofString("c"), "")))
                .isNotEqualTo(WorkKey.of(new PictureRef("a", NewsId.ofString("b c"), "")));
    }

    @Test
    void aLooseFileThatWasChangedIsAnotherPicture() throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), new byte[3]);
        WorkKey before = WorkKey.of(file);

        Files.write(file, new byte[4]);

        assertThat(WorkKey.of(file)).isNotEqualTo(before);
    }

    @Test
    void damagedWorkIsPassedOverWhereverTheDamageIs() throws IOException {
        Mask mask = painted(Rect.ofSize(9, 9), new Rect(1, 1, 5, 5));
        work().keep(KEY, new WorkState(mask, null));
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length += 20) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);
            assertThat(work().find(KEY).filter(state -> !state.mask().equals(mask)))
                    .isEmpty();
        }
        byte[] changed = whole.clone();
        changed[60] ^= 1;
        Files.write(file, changed);
        assertThat(work().find(KEY)).isEmpty();
    }

    @Test
    void leftoversGoWhenTheyAreOldOrTooManyTheOldestFirst() throws IOException {
        leftover("new.work", 40, Duration.ofDays(1));
        leftover("middle.work", 40, Duration.ofDays(2));
        leftover("many.work", 40, Duration.ofDays(3));
        leftover("old.work", 1, Duration.ofDays(31));

        work().tidy();

        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("middle.work", "new.work");
    }

    private void leftover(String name, int bytes, Duration age) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private WorkInProgress work() {
        WorkFile format = new WorkFile(new PictureWriter(), new PictureReader(Limits.DEFAULT));
        return new WorkInProgress(folder, format, Clock.fixed(NOW, ZoneOffset.UTC), 100);
    }

    private static Mask painted(Rect size, Rect area) {
        byte[] grey = new byte[size.width() * size.height()];
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x += 2) {
                grey[y * size.width() + x] = (byte) 255;
            }
        }
        return Mask.ofGrey(size.width(), size.height(), grey);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
