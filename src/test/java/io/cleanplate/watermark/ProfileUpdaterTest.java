package io.cleanplate.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.DrawnSource.Mark;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.ProfileUpdater.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning from pictures that editors accepted one after the other. */
class ProfileUpdaterTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int QUALITY = 90;
    private static final int FIRST = 5;
    private static final int SEEDS = 4;
    private static final Mark NEWS = new Mark("NEWS", 22, Look.WHITE, 0.45);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final ProfileUpdater updater = new ProfileUpdater();

    @ParameterizedTest
    @ValueSource(ints = {0, QUALITY})
    void fourBatchesOfFiveAcceptedPicturesDoWhatLearningFromAllAtOnceDoes(int quality) {
        double gain = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            DrawnSource source = new DrawnSource(seed);
            List<Pixels> pictures = DrawnSource.marked(source.clean(25, WIDTH, HEIGHT), NEWS, quality);
            List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);
            Profile first = learned(pictures.subList(0, FIRST));
            Profile atOnce = learned(pictures);

            Profile updated = first;
            for (int from = FIRST; from < pictures.size(); from += 5) {
                updated = updated(updated, pictures.subList(from, from + 5));
            }

            assertThat(decibels(updated, fresh, quality)).isGreaterThan(decibels(atOnce, fresh, quality) - 1.5);
            gain += decibels(updated, fresh, quality) - decibels(first, fresh, quality);
        }
        assertThat(gain / SEEDS).isGreaterThan(3);
    }

    @Test
    void picturesLearnedOneByOneTeachAsMuchAsTogether() {
        DrawnSource source = new DrawnSource(3);
        List<Pixels> pictures = DrawnSource.marked(source.clean(15, WIDTH, HEIGHT), NEWS, QUALITY);
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);
        Profile first = learned(pictures.subList(0, FIRST));

        Profile oneByOne = first;
        for (Pixels picture : pictures.subList(FIRST, 15)) {
            oneByOne = updated(oneByOne, List.of(picture));
        }

        Profile together = updated(first, pictures.subList(FIRST, 15));
        assertThat(decibels(oneByOne, fresh, QUALITY)).isCloseTo(decibels(together, fresh, QUALITY), within(0.3));
        assertThat(oneByOne.quality().pictures()).isEqualTo(together.quality().pictures());
    }

    @Test
    void whatIsKeptInAFileIsEnoughToLearnFurther() {
        DrawnSource source = new DrawnSource(3);
        List<Pixels> pictures = DrawnSource.marked(source.clean(10, WIDTH, HEIGHT), NEWS, QUALITY);
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);
        Profile first = learned(pictures.subList(0, FIRST));
        ProfileCodec codec = new ProfileCodec();

        Profile kept = updated(codec.decode(codec.encode(first), "kept"), pictures.subList(FIRST, 10));

        Profile inMemory = updated(first, pictures.subList(FIRST, 10));
        assertThat(decibels(kept, fresh, QUALITY)).isCloseTo(decibels(inMemory, fresh, QUALITY), within(0.1));
    }

    @Test
    void aProfileOfWhichOnlyThePlanesWereKeptLearnsTooAndIsKeptWhole() {
        DrawnSource source = new DrawnSource(4);
        List<Pixels> pictures = DrawnSource.marked(source.clean(15, WIDTH, HEIGHT), NEWS, QUALITY);
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);
        Profile first = learned(pictures.subList(0, FIRST));
        Profile old = new Profile(
                first.owner(),
                first.sizeClass(),
                first.place(),
                first.plane(),
                first.planes(),
                first.quality(),
                first.version(),
                first.history());

        Profile updated = updated(old, pictures.subList(FIRST, 15));

        assertThat(decibels(updated, fresh, QUALITY)).isGreaterThan(decibels(old, fresh, QUALITY) + 1);
        assertThat(updated.moments().isNone()).isFalse();
    }

    @Test
    void anAcceptedPictureWithoutTheMarkOrWithAnotherTeachesNothing() {
        DrawnSource source = new DrawnSource(6);
        Profile profile = learned(DrawnSource.marked(source.clean(8, WIDTH, HEIGHT), NEWS, QUALITY));
        Mark other = new Mark("MOXY", 22, Look.WHITE, 0.45);
        List<Pixels> pictures = new ArrayList<>(DrawnSource.marked(source.clean(3, WIDTH, HEIGHT), NEWS, QUALITY));
        Update good = updater.learn(profile, usual(pictures), at(NOON));
        pictures.add(1, source.clean(WIDTH, HEIGHT));
        pictures.add(DrawnSource.jpeg(other.over(source.clean(WIDTH, HEIGHT)), QUALITY));

        Update update = updater.learn(profile, usual(pictures), at(NOON));

        assertThat(update.without()).containsExactly(1, 4);
        assertThat(update.drifted()).isFalse();
        assertThat(update.profile().planes().opacity(0))
                .isEqualTo(good.profile().planes().opacity(0));
    }

    @Test
    void onlyBadPicturesLeaveAProfileAsItWas() {
        DrawnSource source = new DrawnSource(6);
        Profile profile = learned(DrawnSource.marked(source.clean(8, WIDTH, HEIGHT), NEWS, QUALITY));

        Update update = updater.learn(profile, usual(source.clean(1, WIDTH, HEIGHT)), at(NOON));

        assertThat(update.profile()).isEqualTo(profile);
        assertThat(update.says()).isEqualTo("There was nothing new to learn from.");
    }

    @Test
    void aStrayEdgeBehindTheMarkOfOnePictureDoesNotSpoilIt() {
        DrawnSource source = new DrawnSource(8);
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);
        Profile profile = learned(DrawnSource.marked(source.clean(10, WIDTH, HEIGHT), NEWS, 0));
        Pixels edge = source.clean(WIDTH, HEIGHT);
        byte[] color = edge.color().clone();
        Rect mark = NEWS.mask(edge).bounds();
        for (int i = 0; i < color.length; i++) {
            boolean inside = mark.contains(i / 3 % WIDTH, i / 3 / WIDTH) && i / 3 % WIDTH < mark.left() + 20;
            color[i] = inside ? (byte) 40 : color[i];
        }

        Profile updated = updated(profile, List.of(NEWS.over(edge.withColor(color))));

        assertThat(decibels(updated, fresh, 0)).isGreaterThan(decibels(profile, fresh, 0) - 0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1.15})
    void aStrengthThatWasSetByHandDoesNotPullTheOpacity(double strength) {
        DrawnSource source = new DrawnSource(9);
        Profile profile = learned(DrawnSource.marked(source.clean(10, WIDTH, HEIGHT), NEWS, 0));
        List<Seen> wronglySet = DrawnSource.marked(source.clean(5, WIDTH, HEIGHT), NEWS, 0).stream()
                .map(picture -> new Seen(picture, new Placement(0, 0, strength)))
                .toList();

        Profile updated = updater.learn(profile, wronglySet, at(NOON)).profile();

        assertThat(opacity(updated)).isCloseTo(opacity(profile), within(0.005));
        assertThat(updated.quality().pictures()).isEqualTo(15);
    }

    @Test
    void picturesWithLessOfTheMarkTellOfItsShapeAndNotOfItsOpacity() {
        DrawnSource source = new DrawnSource(9);
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);
        Profile profile = learned(DrawnSource.marked(source.clean(5, WIDTH, HEIGHT), NEWS, 0));
        Mark faint = new Mark("NEWS", 22, Look.WHITE, 0.36);
        List<Seen> seen = DrawnSource.marked(source.clean(10, WIDTH, HEIGHT), faint, 0).stream()
                .map(picture -> new Seen(picture, new Placement(0, 0, 0.8)))
                .toList();

        Profile updated = updater.learn(profile, seen, at(NOON)).profile();

        assertThat(opacity(updated)).isCloseTo(opacity(profile), within(0.02));
        assertThat(decibels(updated, fresh, 0)).isGreaterThan(decibels(profile, fresh, 0));
    }

    @Test
    void aMarkBetweenPixelsDoesNotBlurTheProfile() {
        DrawnSource source = new DrawnSource(10);
        List<Pixels> fresh = source.clean(10, WIDTH, HEIGHT);
        Profile profile = learned(DrawnSource.marked(source.clean(15, WIDTH, HEIGHT), NEWS, QUALITY));
        List<Seen> seen = DrawnSource.marked(source.clean(5, WIDTH, HEIGHT), NEWS.at(0.25, 1.5), QUALITY).stream()
                .map(picture -> new Seen(picture, new Placement(0.25, 1.5, 1)))
                .toList();

        Profile updated = updater.learn(profile, seen, at(NOON)).profile();

        assertThat(decibels(updated, fresh, QUALITY)).isGreaterThan(decibels(profile, fresh, QUALITY) - 0.2);
    }

    @Test
    void picturesOfOneDayAreOneEvent() {
        DrawnSource source = new DrawnSource(11);
        List<Pixels> pictures = DrawnSource.marked(source.clean(8, WIDTH, HEIGHT), NEWS, 0);
        Profile profile = learned(pictures.subList(0, FIRST));

        Profile updated = profile;
        for (int i = FIRST; i < 8; i++) {
            Instant time = NOON.plus(Duration.ofHours(5L * (i - FIRST)));
            updated = updater.learn(updated, usual(pictures.subList(i, i + 1)), at(time))
                    .profile();
        }

        Instant evening = NOON.plus(Duration.ofHours(10));
        assertThat(updated.history())
                .containsExactly(
                        new Event(Instant.EPOCH, 1, FIRST, "Learned from 5 pictures."),
                        new Event(evening, 1, 3, "Learned from 3 more pictures."));
    }

    @Test
    void yearsOfPicturesKeepTheHistoryShortAndTheirNumber() {
        List<Event> history = List.of(
                new Event(Instant.EPOCH, 1, 9, "Learned from 9 pictures."),
                new Event(Instant.EPOCH, 2, 7, "It changed."));
        for (int day = 0; day < 400; day++) {
            Event more = new Event(NOON.plus(Duration.ofDays(day)), 2, 1, "Learned from 1 more picture.");
            history = History.with(history, more);
        }

        assertThat(history).hasSize(50);
        assertThat(history).extracting(Event::what).startsWith("Learned from 9 pictures.", "It changed.");
        assertThat(history.stream().mapToInt(Event::pictures).sum()).isEqualTo(9 + 7 + 400);
        assertThat(history).extracting(Event::time).isSorted();
    }

    private Profile updated(Profile profile, List<Pixels> pictures) {
        Update update = updater.learn(profile, usual(pictures), at(NOON));
        return update.profile();
    }

    private static List<Seen> usual(List<Pixels> pictures) {
        return pictures.stream()
                .map(picture -> new Seen(picture, Placement.USUAL))
                .toList();
    }

    private static LearnOptions at(Instant time) {
        return new LearnOptions(new Owner("", "Meridian"), time);
    }

    private static Profile learned(List<Pixels> pictures) {
        LearnOutcome outcome = new MarkLearner().learn(pictures, at(Instant.EPOCH), TaskMonitor.NONE);
        assertThat(outcome).isInstanceOf(Learned.class);
        return ((Learned) outcome).profile();
    }

    /** The mean over pixels that the mark shows on. */
    private static double opacity(Profile profile) {
        return new ProfileView(profile).meanOpacity();
    }

    /** The mean over pictures of the ratio of peak to noise inside the mark after it was removed. */
    private static double decibels(Profile profile, List<Pixels> cleans, int quality) {
        double sum = 0;
        for (Pixels clean : cleans) {
            Pixels marked = DrawnSource.jpeg(NEWS.over(clean), quality);
            Pixels result =
                    new MarkRemover().remove(marked, profile, Placement.USUAL).result();
            sum += decibels(clean, result, NEWS.mask(clean));
        }
        return sum / cleans.size();
    }

    private static double decibels(Pixels truth, Pixels result, Mask mask) {
        Rect area = mask.bounds();
        double squares = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                for (int c = 0; mask.get(x, y) && c < 3; c++) {
                    squares += Math.pow(truth.sample(x, y, c) - result.sample(x, y, c), 2);
                }
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * mask.area() / Math.max(1, squares));
    }
}
