package io.cleanplate.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.DrawnSource.Mark;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.LearnOutcome.NoMark;
import io.cleanplate.watermark.LearnOutcome.SeveralMarks;
import io.cleanplate.watermark.Profile.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class MarkLearnerTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final Mark NEWS = new Mark("NEWS", 22, Look.WHITE, 0.45);

    private final DrawnSource source = new DrawnSource(2);

    private static LearnOutcome learn(List<Pixels> pictures) {
        return new MarkLearner()
                .learn(
                        pictures,
                        new LearnOptions(new Owner("valley-radio", "Meridian"), Instant.EPOCH),
                        TaskMonitor.NONE);
    }

    @Test
    void tenPicturesTellPlaceAndOpacityOfAMark() {
        List<Pixels> clean = source.clean(10, WIDTH, HEIGHT);

        Profile profile = learned(DrawnSource.marked(clean, NEWS, 0)).profile();

        Rect truth = NEWS.mask(clean.getFirst()).bounds();
        Rect area = profile.place().in(WIDTH, HEIGHT);
        assertThat(profile.place().anchor()).isEqualTo(Anchor.BOTTOM_RIGHT);
        assertThat(area.contains(truth)).isTrue();
        assertThat(truth.grow(Learning.MARGIN + 3).contains(area)).isTrue();
        DrawnSource.Mixing mixing = NEWS.mixing(clean.getFirst(), truth);
        double off = 0;
        for (int y = truth.top(); y < truth.bottom(); y++) {
            for (int x = truth.left(); x < truth.right(); x++) {
                int i = (y - area.top()) * area.width() + x - area.left();
                off += Math.abs(profile.planes().opacity(0)[i] - mixing.opacity(x, y));
            }
        }
        assertThat(off / truth.area()).isLessThan(0.01);
        assertThat(profile.quality().oneColour()).isTrue();
    }

    @Test
    void aShadowIsAColourOfItsOwn() {
        List<Pixels> pictures =
                DrawnSource.marked(source.clean(12, WIDTH, HEIGHT), new Mark("NEWS", 22, Look.SHADOWED, 0.5), 0);

        assertThat(learned(pictures).profile().quality().oneColour()).isFalse();
    }

    @Test
    void cleanPicturesShowNoMark() {
        for (int count : new int[] {3, 5, 12}) {
            assertThat(learn(source.clean(count, WIDTH, HEIGHT))).isInstanceOf(NoMark.class);
        }
    }

    @Test
    void copiesOfOnePictureShowNoMark() {
        Pixels same = source.clean(WIDTH, HEIGHT);

        assertThat(learn(List.of(same, same, same, same))).isInstanceOf(NoMark.class);
    }

    @Test
    void twoMarksAtOnePlaceAreToldApart() {
        List<Pixels> pictures = new ArrayList<>(DrawnSource.marked(source.clean(6, WIDTH, HEIGHT), NEWS, 0));
        pictures.addAll(DrawnSource.marked(source.clean(5, WIDTH, HEIGHT), new Mark("MOXY", 22, Look.WHITE, 0.45), 0));

        LearnOutcome outcome = learn(pictures);

        assertThat(outcome).isInstanceOf(SeveralMarks.class);
        assertThat(((SeveralMarks) outcome).groups())
                .containsExactly(List.of(0, 1, 2, 3, 4, 5), List.of(6, 7, 8, 9, 10));
    }

    @Test
    void twoMarksAtDifferentPlacesAreToldApart() {
        List<Pixels> pictures = new ArrayList<>(DrawnSource.marked(source.clean(7, WIDTH, HEIGHT), NEWS, 0));
        pictures.addAll(DrawnSource.marked(source.clean(6, WIDTH, HEIGHT), NEWS.at(-150, -120), 0));

        assertThat(learn(pictures)).isInstanceOf(SeveralMarks.class);
    }

    @Test
    void picturesWithoutTheMarkAreSetAside() {
        List<Pixels> pictures = new ArrayList<>(DrawnSource.marked(source.clean(8, WIDTH, HEIGHT), NEWS, 0));
        pictures.add(2, source.clean(WIDTH, HEIGHT));

        assertThat(learned(pictures).without()).containsExactly(2);
    }

    @Test
    void aMarkThatJumpsByAPixelIsAligned() {
        List<Pixels> clean = source.clean(10, WIDTH, HEIGHT);
        List<Pixels> steady = DrawnSource.marked(clean, NEWS, 0);
        List<Pixels> jumping = new ArrayList<>();
        for (int i = 0; i < clean.size(); i++) {
            jumping.add(NEWS.at(i % 3 - 1, i / 3 % 2).over(clean.get(i)));
        }

        assertThat(learned(jumping).profile().quality().uncertainty())
                .isCloseTo(learned(steady).profile().quality().uncertainty(), within(0.8));
    }

    @Test
    void picturesOfDifferentSizesShareAMarkAtItsCorner() {
        List<Pixels> pictures = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            pictures.add(NEWS.over(source.clean(260 + 13 * (i % 4), 180 + 10 * (i % 3))));
        }

        Profile profile = learned(pictures).profile();

        assertThat(profile.place().anchor()).isEqualTo(Anchor.BOTTOM_RIGHT);
        assertThat(profile.sizeClass()).isEqualTo(SizeClass.ANY);
    }

    @Test
    void twoPicturesAreTooFew() {
        assertThatThrownBy(() -> learn(source.clean(2, WIDTH, HEIGHT)))
                .isInstanceOf(InputException.class)
                .hasMessage("A mark is learned from at least 3 pictures, and there are 2.");
    }

    @Test
    void learningStopsWhenAsked() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        List<Pixels> pictures = DrawnSource.marked(source.clean(3, WIDTH, HEIGHT), NEWS, 0);

        assertThatThrownBy(() -> new MarkLearner()
                        .learn(pictures, new LearnOptions(new Owner("", ""), Instant.EPOCH), cancellation))
                .isInstanceOf(CancellationException.class);
    }

    private static Learned learned(List<Pixels> pictures) {
        LearnOutcome outcome = learn(pictures);
        assertThat(outcome).isInstanceOf(Learned.class);
        return (Learned) outcome;
    }
}
