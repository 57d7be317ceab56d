package io.cleanplate.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.demo.DrawnMark;
import io.cleanplate.demo.DrawnMark.Ink;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.DrawnSource.Mark;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.Profile.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Marks at other places, and pictures of other kinds, than most sources send. */
class MarkKindsTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final Mark NEWS = new Mark("NEWS", 22, Look.WHITE, 0.45);

    private final DrawnSource source = new DrawnSource(6);

    @ParameterizedTest
    @EnumSource(
            value = Anchor.class,
            names = {"TOP_LEFT", "TOP_RIGHT", "BOTTOM_LEFT", "BOTTOM", "CENTRE"})
    void aMarkIsLearnedAndRemovedAtThePointThatItsPublisherMeasuresFrom(Anchor anchor) {
        List<Pixels> clean = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            clean.add(source.clean(300 + 14 * (i % 4), 200 + 10 * (i % 3)));
        }
        List<Pixels> marked = clean.stream().map(p -> at(anchor, p).over(p)).toList();

        Profile profile = learned(marked);

        assertThat(profile.place().anchor()).isEqualTo(anchor);
        assertThat(profile.sizeClass()).isEqualTo(SizeClass.ANY);
        int well = 0;
        for (int i = 0; i < 5; i++) {
            Pixels fresh = source.clean(320 + 9 * i, 230);
            Pixels shown = at(anchor, fresh).over(fresh);
            well += new MarkFinder()
                            .find(shown, profile)
                            .filter(found -> better(fresh, shown, profile, found.placement()))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(well).isGreaterThanOrEqualTo(4);
    }

    @Test
    void sixteenBitsStaySixteenBits() {
        Profile profile = learned(DrawnSource.marked(source.clean(12, WIDTH, HEIGHT), NEWS, 0));
        Pixels clean = deep(source.clean(WIDTH, HEIGHT));
        Pixels marked = deep(NEWS.over(narrow(clean)));

        Pixels result =
                new MarkRemover().remove(marked, profile, Placement.USUAL).result();

        assertThat(result.depth()).isEqualTo(16);
        assertThat(error(clean, result)).isLessThan(0.02 * error(clean, marked));
    }

    @Test
    void greyPicturesTeachAMarkAndAreRidOfIt() {
        List<Pixels> marked = source.clean(12, WIDTH, HEIGHT).stream()
                .map(p -> grey(NEWS.over(p)))
                .toList();
        Pixels colour = source.clean(WIDTH, HEIGHT);
        Pixels clean = grey(colour);
        Pixels shown = grey(NEWS.over(colour));

        Pixels result = new MarkRemover()
                .remove(shown, learned(marked), Placement.USUAL)
                .result();

        assertThat(result.channels()).isEqualTo(1);
        assertThat(error(clean, result)).isLessThan(0.02 * error(clean, shown));
    }

    private static DrawnMark at(Anchor anchor, Pixels picture) {
        int width = 75;
        int height = 22;
        double x = switch (anchor) {
            case TOP_LEFT, LEFT, BOTTOM_LEFT -> 11;
            case TOP, CENTRE, BOTTOM -> anchor.x(picture.width()) - width / 2;
            default -> picture.width() - width - 11;
        };
        double y = switch (anchor) {
            case TOP_LEFT, TOP, TOP_RIGHT -> 11;
            case LEFT, CENTRE, RIGHT -> anchor.y(picture.height()) - height / 2;
            default -> picture.height() - height - 11;
        };
        return new DrawnMark("NEWS", x, y, height, 22 / 7.0, Ink.white(0.45));
    }

    private static boolean better(Pixels clean, Pixels marked, Profile profile, Placement placement) {
        Pixels result = new MarkRemover().remove(marked, profile, placement).result();
        return error(clean, result) < 0.05 * error(clean, marked);
    }

    private static Profile learned(List<Pixels> pictures) {
        LearnOptions options = new LearnOptions(new Owner("", "Meridian"), Instant.EPOCH);
        LearnOutcome outcome = new MarkLearner().learn(pictures, options, TaskMonitor.NONE);
        assertThat(outcome).isInstanceOf(Learned.class);
        return ((Learned) outcome).profile();
    }

    private static Pixels deep(Pixels pixels) {
        byte[] deep = new byte[2 * pixels.color().length];
        for (int i = 0; i < deep.length; i++) {
            deep[i] = pixels.color()[i / 2];
        }
        return new Pixels(pixels.width(), pixels.height(), pixels.channels(), 16, deep, null);
    }

    private static Pixels narrow(Pixels deep) {
        byte[] color = new byte[deep.color().length / 2];
        for (int i = 0; i < color.length; i++) {
            color[i] = deep.color()[2 * i];
        }
        return new Pixels(deep.width(), deep.height(), deep.channels(), 8, color, null);
    }

    private static Pixels grey(Pixels pixels) {
        byte[] grey = new byte[pixels.width() * pixels.height()];
        for (int i = 0; i < grey.length; i++) {
            int x = i % pixels.width();
            int y = i / pixels.width();
            grey[i] = (byte) Math.round(
                    0.299 * pixels.sample(x, y, 0) + 0.587 * pixels.sample(x, y, 1) + 0.114 * pixels.sample(x, y, 2));
        }
        return new Pixels(pixels.width(), pixels.height(), 1, 8, grey, null);
    }

    /** Squared differences of the whole picture, on the scale of eight bits. */
    private static double error(Pixels truth, Pixels result) {
        double sum = 0;
        for (int y = 0; y < truth.height(); y++) {
            for (int x = 0; x < truth.width(); x++) {
                double off = (truth.sample(x, y, 0) - result.sample(x, y, 0)) * 255.0 / truth.maxSample();
                sum += off * off;
            }
        }
        return sum;
    }
}
