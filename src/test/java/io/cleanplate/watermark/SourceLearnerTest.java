package io.cleanplate.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource.Look;
import io.cleanplate.watermark.DrawnSource.Mark;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.SourceOutcome.LearnedMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceLearnerTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int[] WIDTHS = {240, 300, 360, 420, 480};
    private static final Mark NEWS = new Mark("NEWS", 22, Look.WHITE, 0.45);
    private static final Mark MOXY = new Mark("MOXY", 22, Look.WHITE, 0.45);
    private static final LearnOptions OPTIONS = new LearnOptions(new Owner("harbour-post", "Meridian"), Instant.EPOCH);

    private final DrawnSource source = new DrawnSource(2);

    @Test
    void oneMarkInOneSizeIsOneProfile() {
        SourceOutcome outcome = learn(DrawnSource.marked(source.clean(10, WIDTH, HEIGHT), NEWS, 90));

        assertThat(outcome.marks()).hasSize(1);
        assertThat(outcome.marks().getFirst().used()).containsExactlyElementsOf(indices(0, 10));
        assertThat(outcome.says()).isEqualTo("One mark was learned from 10 of 10 pictures.");
    }

    @Test
    void aMarkThatIsScaledWithThePictureIsAProfileForEachSize() {
        List<Pixels> pictures = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int width = WIDTHS[i % WIDTHS.length];
            Mark scaled = new Mark("NEWS", width / 13.0, Look.WHITE, 0.45);
            pictures.add(DrawnSource.jpeg(scaled.over(source.clean(width, width * 2 / 3)), 90));
        }

        SourceOutcome outcome = learn(pictures);

        assertThat(outcome.marks()).hasSize(5);
        assertThat(outcome.marks())
                .extracting(mark -> mark.profile().sizeClass().longSide())
                .containsExactlyInAnyOrder(240, 300, 360, 420, 480);
        assertThat(outcome.says()).startsWith("5 marks, one for each size of picture, were learned from ");
        for (LearnedMark mark : outcome.marks()) {
            int longSide = mark.profile().sizeClass().longSide();
            assertThat(mark.used()).hasSizeGreaterThanOrEqualTo(3).allMatch(i -> WIDTHS[i % 5] == longSide);
        }
    }

    @Test
    void aMarkOfOneSizeOnPicturesOfFiveIsOneProfileForAny() {
        List<Pixels> pictures = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int width = WIDTHS[i % WIDTHS.length];
            pictures.add(DrawnSource.jpeg(NEWS.over(source.clean(width, width * 2 / 3)), 90));
        }

        SourceOutcome outcome = learn(pictures);

        assertThat(outcome.marks()).hasSize(1);
        assertThat(outcome.marks().getFirst().profile().sizeClass()).isEqualTo(SizeClass.ANY);
        assertThat(outcome.marks().getFirst().used()).hasSizeGreaterThanOrEqualTo(17);
    }

    @Test
    void twoMarksInOneHeapAreTwoProfiles() {
        List<Pixels> pictures = new ArrayList<>(DrawnSource.marked(source.clean(8, WIDTH, HEIGHT), NEWS, 0));
        pictures.addAll(DrawnSource.marked(source.clean(6, WIDTH, HEIGHT), MOXY, 0));

        SourceOutcome outcome = learn(pictures);

        assertThat(outcome.marks()).extracting(LearnedMark::used).containsExactly(indices(0, 8), indices(8, 14));
        assertThat(outcome.says()).isEqualTo("2 different marks were learned from 14 of 14 pictures.");
    }

    @Test
    void picturesWithoutAMarkAreCounted() {
        List<Pixels> pictures = new ArrayList<>(DrawnSource.marked(source.clean(8, WIDTH, HEIGHT), NEWS, 0));
        pictures.addAll(1, source.clean(2, WIDTH, HEIGHT));

        SourceOutcome outcome = learn(pictures);

        assertThat(outcome.marks()).hasSize(1);
        assertThat(outcome.marks().getFirst().used()).doesNotContain(1, 2);
        assertThat(outcome.says()).contains("On 2 pictures none was found");
    }

    @Test
    void picturesWithoutAnyMarkSaySo() {
        SourceOutcome outcome = learn(source.clean(10, WIDTH, HEIGHT));

        assertThat(outcome.marks()).isEmpty();
        assertThat(outcome.says()).startsWith("The pictures show no mark at the same place");
    }

    @Test
    void twoPicturesAreTooFewWhichIsNoFailure() {
        SourceOutcome outcome = learn(source.clean(2, WIDTH, HEIGHT));

        assertThat(outcome.marks()).isEmpty();
        assertThat(outcome.says()).isEqualTo("A mark is learned from at least 3 pictures, and there are 2.");
    }

    @Test
    void aMarkThatJumpsByAPixelIsOne() {
        List<Pixels> pictures = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            pictures.add(NEWS.at(i % 3 - 1, i / 3 % 2).over(source.clean(WIDTH, HEIGHT)));
        }

        SourceOutcome outcome = learn(pictures);

        assertThat(outcome.marks()).hasSize(1);
        assertThat(outcome.marks().getFirst().used()).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void learningStopsWhenAsked() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        List<Pixels> pictures = DrawnSource.marked(source.clean(3, WIDTH, HEIGHT), NEWS, 0);

        assertThatThrownBy(() -> new SourceLearner().learn(pictures, OPTIONS, cancellation))
                .isInstanceOf(CancellationException.class);
    }

    private static SourceOutcome learn(List<Pixels> pictures) {
        return new SourceLearner().learn(pictures, OPTIONS, TaskMonitor.NONE);
    }

    private static List<Integer> indices(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
