package io.cleanplate.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.DrawnSource.Mark;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.Profile.Quality;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProfileMergerTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int QUALITY = 90;
    private static final Mark NEWS = new Mark("NEWS", 22, Look.WHITE, 0.45);
    private static final Instant LATER = Instant.parse("2026-03-02T12:00:00Z");
    private static final LearnOptions OPTIONS = new LearnOptions(new Owner("harbour-post", "Meridian"), LATER);

    private final DrawnSource source = new DrawnSource(4);
    private final ProfileMerger merger = new ProfileMerger();

    @Test
    void aMarkLearnedTwiceIsKnownBetterThanEachTime() {
        Profile one = learned(NEWS, 6, "Meridian");
        Profile other = learned(NEWS, 6, "Meridian News");
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);

        Profile merged = merger.merge(one, other, OPTIONS);

        assertThat(decibels(merged, fresh))
                .isGreaterThan(Math.max(decibels(one, fresh), decibels(other, fresh)) - 0.2)
                .isGreaterThan((decibels(one, fresh) + decibels(other, fresh)) / 2 + 0.3);
        assertThat(merged.quality().pictures())
                .isEqualTo(one.quality().pictures() + other.quality().pictures());
        assertThat(merged.quality().uncertainty()).isLessThan(one.quality().uncertainty());
        assertThat(merged.owner()).isEqualTo(OPTIONS.owner());
    }

    @Test
    void bothHistoriesAreKept() {
        Profile one = learned(NEWS, 6, "Meridian");
        Profile other = learned(NEWS, 5, "Meridian News");

        Profile merged = merger.merge(one, other, OPTIONS);

        assertThat(merged.history()).hasSize(3);
        assertThat(merged.history().getLast())
                .isEqualTo(new Event(LATER, 2, 0, "Joined with what was learned of Meridian News."));
    }

    @Test
    void marksThatLieAFewPixelsApartAreLaidOverEachOther() {
        Profile one = learned(NEWS, 6, "Meridian");
        Profile other = learned(NEWS.at(3, -2), 6, "Meridian");
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);

        Profile merged = merger.merge(one, other, OPTIONS);

        assertThat(decibels(merged, fresh)).isGreaterThan(decibels(one, fresh) - 0.2);
    }

    @Test
    void marksThatLieHalfAPixelApartAreNotBlurredMuch() {
        Profile one = learned(NEWS, 10, "Meridian");
        Profile other = learned(NEWS.at(0.5, 0), 4, "Meridian");
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);

        Profile merged = merger.merge(one, other, OPTIONS);

        assertThat(decibels(merged, fresh)).isGreaterThan(decibels(one, fresh) - 1.5);
    }

    @Test
    void oneMarkOnPicturesOfTwoSizesIsForAll() {
        Profile one = learned(NEWS, 6, "Meridian");
        List<Pixels> larger = DrawnSource.marked(source.clean(6, 360, 240), NEWS, QUALITY);

        Profile merged = merger.merge(one, learned(larger, "Meridian"), OPTIONS);

        assertThat(one.sizeClass()).isEqualTo(new SizeClass(WIDTH, false));
        assertThat(merged.sizeClass()).isEqualTo(SizeClass.ANY);
    }

    @Test
    void differentMarksStayApartAndItIsSaidWhy() {
        Profile one = learned(NEWS, 6, "Meridian");

        assertThatThrownBy(() ->
                        merger.merge(one, learned(new Mark("MOXY", 22, Look.WHITE, 0.45), 6, "Meridian"), OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessage("These are not the same mark: their shapes differ.");
        assertThatThrownBy(() -> merger.merge(one, learned(NEWS.at(-180, -140), 6, "Meridian"), OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessage("These are not the same mark: they lie at different places of the picture.");
        assertThatThrownBy(() ->
                        merger.merge(one, learned(new Mark("NEWS", 33, Look.WHITE, 0.45), 6, "Meridian"), OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("These are not the same mark: one is ");
        assertThatThrownBy(() ->
                        merger.merge(one, learned(new Mark("NEWS", 22, Look.WHITE, 0.2), 20, "Meridian"), OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessage("These are not the same mark: one is much fainter than the other.");
    }

    @Property(tries = 40)
    void aMarkMovedByWholePixelsMergesToItself(
            @ForAll @IntRange(min = -5, max = 5) int dx, @ForAll @IntRange(min = -5, max = 5) int dy) {
        Profile one = drawn(0, 0);

        Profile merged = merger.merge(one, drawn(dx, dy), OPTIONS);

        int left = one.place().dx() - merged.place().dx();
        int top = one.place().dy() - merged.place().dy();
        for (int i = 0; i < one.place().width() * one.place().height(); i++) {
            int x = i % one.place().width() + left;
            int y = i / one.place().width() + top;
            assertThat(merged.planes().opacity(0)[y * merged.place().width() + x])
                    .isCloseTo(one.planes().opacity(0)[i], within(0.02f));
        }
    }

    /** A white bar and a slope beside it, as if learned from seven pictures. */
    private static Profile drawn(int dx, int dy) {
        int width = 60;
        int height = 40;
        float[] opacity = new float[width * height];
        float[] white = new float[width * height];
        for (int y = 12; y < 28; y++) {
            for (int x = 12; x < 48; x++) {
                opacity[y * width + x] = x < 20 ? 0.5f : x - 20 > y - 12 ? 0 : 0.3f;
                white[y * width + x] = 255 * opacity[y * width + x];
            }
        }
        MarkPlanes planes = new MarkPlanes(
                width, height, opacity, opacity, new float[][] {white, new float[white.length], new float[white.length]
                });
        return new Profile(
                OPTIONS.owner(),
                SizeClass.ANY,
                new Place(Anchor.BOTTOM_RIGHT, -80 + dx, -60 + dy, width, height),
                0,
                planes,
                new Quality(7, 0.5, 1, true),
                1,
                List.of());
    }

    private Profile learned(Mark mark, int count, String name) {
        return learned(DrawnSource.marked(source.clean(count, WIDTH, HEIGHT), mark, QUALITY), name);
    }

    private static Profile learned(List<Pixels> pictures, String name) {
        LearnOptions options = new LearnOptions(new Owner("harbour-post", name), Instant.EPOCH);
        LearnOutcome outcome = new MarkLearner().learn(pictures, options, TaskMonitor.NONE);
        assertThat(outcome).isInstanceOf(Learned.class);
        return ((Learned) outcome).profile();
    }

    /** The mean over pictures of the ratio of peak to noise inside the mark after it was removed. */
    private static double decibels(Profile profile, List<Pixels> cleans) {
        double sum = 0;
        for (Pixels clean : cleans) {
            Pixels marked = DrawnSource.jpeg(NEWS.over(clean), QUALITY);
            Pixels result =
                    new MarkRemover().remove(marked, profile, Placement.USUAL).result();
            Mask mask = NEWS.mask(clean);
            Rect area = mask.bounds();
            double squares = 0;
            for (int y = area.top(); y < area.bottom(); y++) {
                for (int x = area.left(); x < area.right(); x++) {
                    for (int c = 0; mask.get(x, y) && c < 3; c++) {
                        squares += Math.pow(clean.sample(x, y, c) - result.sample(x, y, c), 2);
                    }
                }
            }
            sum += 10 * Math.log10(255.0 * 255 * 3 * mask.area() / Math.max(1, squares));
        }
        return sum / cleans.size();
    }
}
