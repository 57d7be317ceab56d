package io.cleanplate.newsroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.demo.DemoMarks;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Anchor;
import io.cleanplate.watermark.Found;
import io.cleanplate.watermark.LearnOptions;
import io.cleanplate.watermark.LearnOutcome;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.MarkFinder;
import io.cleanplate.watermark.MarkLearner;
import io.cleanplate.watermark.MarkRemover;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.Removal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a new user tries first: the marks of the demo's publishers, learned from the demo's own pictures. */
class DemoMarksTest {
    /** From this confidence on a result is shown without being asked for. */
    private static final double SURE = 0.8;

    private final DemoMarks marks = new DemoMarks();
    private final PictureReader reader = new PictureReader(Limits.DEFAULT);

    @Test
    void theQueueBeginsWithOnePublisherOfWhomThereIsEnoughToLearn() {
        List<DemoStory> stories = DemoStory.all();

        assertThat(stories.subList(0, 13)).allMatch(story -> story.source().equals("Northlight") && story.hasPicture());
        assertThat(stories.subList(0, 13)).extracting(DemoStory::sample).doesNotHaveDuplicates();
    }

    @Test
    void northlightsMarkIsLearnedAndTenOfItsPicturesAreSurelyClean() {
        List<String> samples = samples("Northlight");

        Profile profile = learned(samples, "Northlight");

        assertThat(profile.place().anchor()).isEqualTo(Anchor.BOTTOM_RIGHT);
        assertThat(surelyClean(samples, "Northlight", profile, 30)).isGreaterThanOrEqualTo(10);
    }

    @Test
    void meridiansMarkIsLearnedFromItsLargePicturesAndNotLookedForOnSmallOnes() {
        List<String> samples = samples("Meridian");

        Profile profile = learned(samples, "Meridian");

        assertThat(profile.sizeClass().longSide()).isEqualTo(1280);
        assertThat(surelyClean(samples, "Meridian", profile, 28)).isGreaterThanOrEqualTo(5);
        assertThat(new MarkFinder().find(published("cat", "Meridian"), profile)).isEmpty();
    }

    /** How many come out sure; each of them must be so many decibels near the photograph without the mark. */
    private int surelyClean(List<String> samples, String source, Profile profile, double near) {
        int sure = 0;
        for (String sample : samples) {
            Pixels picture = published(sample, source);
            Optional<Found> found = new MarkFinder().find(picture, profile);
            if (found.isPresent()) {
                Removal removal =
                        new MarkRemover().remove(picture, profile, found.get().placement());
                if (removal.confidence().value() >= SURE) {
                    Pixels clean = marks.sample(sample).pixels();
                    sure++;
                    assertThat(decibels(clean, removal.result(), profile))
                            .as(sample)
                            .isGreaterThan(near);
                    assertThat(decibels(clean, removal.result(), profile))
                            .as(sample)
                            .isGreaterThan(decibels(clean, picture, profile) + 10);
                }
            }
        }
        return sure;
    }

    private static List<String> samples(String source) {
        return DemoStory.all().stream()
                .filter(story -> story.customer().equals("harbour-post")
                        && story.source().equals(source)
                        && story.hasPicture())
                .map(DemoStory::sample)
                .toList();
    }

    private Pixels published(String sample, String source) {
        return reader.read(marks.marked(sample, source), sample).pixels();
    }

    private Profile learned(List<String> samples, String source) {
        List<Pixels> pictures =
                samples.stream().map(sample -> published(sample, source)).toList();
        LearnOptions options = new LearnOptions(new Owner("harbour-post", source), Instant.EPOCH);
        LearnOutcome outcome = new MarkLearner().learn(pictures, options, TaskMonitor.NONE);
        assertThat(outcome).isInstanceOf(Learned.class);
        return ((Learned) outcome).profile();
    }

    /** The ratio of peak to noise where the mark shows. */
    private static double decibels(Pixels truth, Pixels result, Profile profile) {
        Rect area = profile.place().in(truth.width(), truth.height());
        float[] opacity = profile.planes().opacity(0);
        double squares = 0;
        int samples = 0;
        for (int i = 0; i < opacity.length; i++) {
            for (int c = 0; opacity[i] > 0.02f && c < 3; c++) {
                int x = area.left() + i % area.width();
                int y = area.top() + i / area.width();
                squares += Math.pow(truth.sample(x, y, c) - result.sample(x, y, c), 2);
                samples++;
            }
        }
        return 10 * Math.log10(255.0 * 255 * samples / Math.max(1, squares));
    }
}
