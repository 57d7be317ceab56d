package io.cleanplate.desktop.profiles;

import static io.cleanplate.desktop.profiles.MarksFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.proposal.MarkSearch.Example;
import io.cleanplate.cleaning.proposal.MarkSearch.FoundMark;
import io.cleanplate.cleaning.proposal.MarkSearch.Outcome;
import io.cleanplate.demo.DrawnMark.Ink;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.watermark.DrawnSource;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A newsroom that knows some marks, with pictures to look at. */
final class KnownMarks {
    private static final Ink FAINT = Ink.white(0.3);
    private static final Ink RED = new Ink(0.55, 210, 60, 30);
    private static final String[] TITLES = {
        "Council votes on harbour bridge",
        "Storm closes mountain passes for the third day in a row",
        "Radio observatory hears first light",
        "Farmers bring in an early harvest after the driest spring since records began, and hope for rain",
        "Cup final goes to extra time",
        "Museum opens its new wing"
    };

    private final MarksFixture newsroom;
    private final DrawnSource photos = new DrawnSource(7);

    KnownMarks(MarksFixture newsroom) {
        this.newsroom = newsroom;
    }

    /** Several profiles: one with a history, one that is off, one with trouble. */
    void keep() {
        KeptProfile first = keep("NORTHLIGHT", 1, Ink.white(0.5));
        change(first.with(DrawnProfiles.drawn("NORTHLIGHT", 2, FAINT)).of(List.of("NORTHLIGHT", "Northlight Wire")));
        change(keep("MERIDIAN PRESS", 1, RED)
                .troubled("Most of the last 12 pictures do not show this mark as it was. Find it again."));
        change(keep("ALPINE", 1, FAINT).enabled(false));
        keep("COAST PICTURES AND FILM SERVICE", 1, FAINT);
    }

    private void change(KeptProfile changed) {
        assertThat(newsroom.kept.change(changed, "Otto")).isPresent();
    }

    private KeptProfile keep(String source, int version, Ink ink) {
        return newsroom.kept.keep(source, DrawnProfiles.drawn(source, version, ink), "Ada");
    }

    /** One mark, the next version of a profile where one is named. */
    Outcome one(@Nullable KeptProfile replaced) {
        return new Outcome(
                List.of(mark("NORTHLIGHT", FAINT, 0.97, replaced)),
                "The same mark is in 18 of the 20 newest pictures.");
    }

    /** Two marks. */
    Outcome two() {
        return new Outcome(
                List.of(mark("NORTHLIGHT", FAINT, 0.97, null), mark("NORTHLIGHT", RED, 0.62, null)),
                "Two different marks were found: one in 18 pictures, another one in 9.");
    }

    private FoundMark mark(String source, Ink ink, double confidence, @Nullable KeptProfile replaced) {
        Profile profile = DrawnProfiles.drawn(source, 1, ink);
        List<NewsImage> used = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            used.add(story(i));
        }
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Pixels clean = photos.clean(900, 600);
            Pixels marked = DrawnProfiles.mark(source, clean, ink).over(clean);
            Rect area = profile.place().in(900, 600);
            Rect wide = new Rect(area.left() - 60, area.top() - 50, 900, 600);
            examples.add(new Example(used.get(i), cut(marked, wide), cut(clean, wide), confidence - 0.1 * i));
        }
        return new FoundMark(profile, used, examples, replaced);
    }

    private static NewsImage story(int number) {
        return FakeQueue.picture(number, CUSTOMER, TITLES[number % TITLES.length], "Northlight", PictureState.PENDING);
    }

    private static Pixels cut(Pixels pixels, Rect area) {
        Rect inside = area.intersect(pixels.bounds());
        return new Pixels(inside.width(), inside.height(), 3, 8, pixels.cut(inside), null);
    }
}
