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
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.ProfileUpdater.Update;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding, removing and keeping a profile up to date, with one profile learned beforehand. */
class MarkRemoverTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int QUALITY = 90;

    private static final Mark NEWS = new Mark("NEWS", 22, Look.WHITE, 0.45);
    private static final LearnOptions OPTIONS = new LearnOptions(new Owner("", "Meridian"), Instant.EPOCH);

    private final DrawnSource source = new DrawnSource(4);
    private final Profile profile = profile(source);
    private final MarkFinder finder = new MarkFinder();
    private final MarkRemover remover = new MarkRemover();

    private static Profile profile(DrawnSource source) {
        List<Pixels> pictures = DrawnSource.marked(source.clean(20, WIDTH, HEIGHT), NEWS, QUALITY);
        return ((Learned) new MarkLearner().learn(pictures, OPTIONS, TaskMonitor.NONE)).profile();
    }

    @Test
    void whatIsNotTheMarkIsNotFound() {
        int found = 0;
        for (int i = 0; i < 100; i++) {
            Pixels clean = source.clean(WIDTH, HEIGHT);
            Pixels other = switch (i % 4) {
                case 0 -> clean;
                case 1 -> new Mark("MOXY", 22, Look.WHITE, 0.45).over(clean);
                case 2 -> NEWS.at(-14 - i % 7, -9).over(clean);
                default -> new Mark("NEWS", 25.5, Look.WHITE, 0.45).over(clean);
            };
            found += finder.find(DrawnSource.jpeg(other, QUALITY), profile).isPresent() ? 1 : 0;
        }

        assertThat(found).isZero();
    }

    @Test
    void besideTheMarkNoSampleChanges() {
        Pixels clean = source.clean(WIDTH, HEIGHT);
        Pixels marked = NEWS.over(clean);

        Pixels result = remover.remove(marked, profile, Placement.USUAL).result();

        Rect area = profile.place().in(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(area.contains(x, y) || result.sample(x, y, 1) == marked.sample(x, y, 1))
                        .isTrue();
            }
        }
    }

    @Test
    void aPixelThatStillStandsOutIsLeftToInpainting() {
        byte[] grey = new byte[WIDTH * HEIGHT * 3];
        Arrays.fill(grey, (byte) 110);
        Pixels marked = NEWS.over(new Pixels(WIDTH, HEIGHT, 3, 8, grey, null));
        Rect letters = NEWS.mask(marked).bounds();
        int x = letters.left() + 2;
        int y = letters.top() + letters.height() / 2;
        byte[] dusty = marked.color().clone();
        Arrays.fill(dusty, (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3, (byte) 120);
        assertThat(NEWS.mask(marked).get(x, y)).isTrue();

        Mask left = remover.remove(marked.withColor(dusty), profile, Placement.USUAL)
                .leftToInpaint();

        Mask without = remover.remove(marked, profile, Placement.USUAL).leftToInpaint();
        assertThat(left.get(x, y)).isTrue();
        assertThat(left.subtract(without).area()).isEqualTo(1);
        assertThat(without.area()).isLessThan(NEWS.mask(marked).area() / 100);
    }

    @Test
    void onePictureTellsHowStrongAMarkOfKnownShapeIs() {
        Pixels flat = new Pixels(WIDTH, HEIGHT, 3, 8, new byte[WIDTH * HEIGHT * 3], null);
        Pixels marked = new Mark("NEWS", 22, Look.WHITE, 0.30).over(flat);

        Placement placement = finder.find(marked, profile).orElseThrow().placement();

        assertThat(placement.strength() * 0.45).isCloseTo(0.30, within(0.02));
    }

    @Test
    void aMarkThatLiesAPixelOffIsFoundThere() {
        Pixels marked = DrawnSource.jpeg(NEWS.at(2, -1).over(source.clean(WIDTH, HEIGHT)), QUALITY);

        assertThat(finder.find(marked, profile).map(Found::placement)).contains(new Placement(2, -1, 1));
    }

    @Test
    void furtherPicturesDoNotSpoilAProfile() {
        List<Pixels> more = DrawnSource.marked(source.clean(20, WIDTH, HEIGHT), NEWS, QUALITY);

        Update update = new ProfileUpdater().update(profile, more, OPTIONS, TaskMonitor.NONE);

        assertThat(update.drifted()).isFalse();
        assertThat(update.profile().version()).isEqualTo(1);
        assertThat(update.profile().quality().pictures()).isGreaterThan(28);
        double before = 0;
        double after = 0;
        for (Pixels clean : source.clean(10, WIDTH, HEIGHT)) {
            Pixels marked = DrawnSource.jpeg(NEWS.over(clean), QUALITY);
            Mask mask = NEWS.mask(clean);
            before += error(
                    clean, remover.remove(marked, profile, Placement.USUAL).result(), mask);
            after += error(
                    clean,
                    remover.remove(marked, update.profile(), Placement.USUAL).result(),
                    mask);
        }
        assertThat(after).isLessThan(1.05 * before);
    }

    @Test
    void aChangedMarkStartsAVersion() {
        List<Pixels> changed =
                DrawnSource.marked(source.clean(9, WIDTH, HEIGHT), new Mark("MOXY", 24, Look.WHITE, 0.5), QUALITY);

        Update update = new ProfileUpdater().update(profile, changed, OPTIONS, TaskMonitor.NONE);

        assertThat(update.drifted()).isTrue();
        assertThat(update.profile().version()).isEqualTo(2);
        assertThat(update.profile().history()).hasSize(2);
    }

    private static double error(Pixels truth, Pixels result, Mask mask) {
        Rect area = mask.bounds();
        double sum = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                for (int c = 0; mask.get(x, y) && c < 3; c++) {
                    double off = truth.sample(x, y, c) - result.sample(x, y, c);
                    sum += off * off;
                }
            }
        }
        return sum;
    }
}
