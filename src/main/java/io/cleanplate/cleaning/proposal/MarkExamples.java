package io.cleanplate.cleaning.proposal;

import io.cleanplate.cleaning.proposal.MarkSearch.Example;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.KeptProfile.Stamp;
import io.cleanplate.watermark.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows on a few pictures what a mark's profile does. Thread-safe. */
final class MarkExamples {
    private static final Logger LOG = LoggerFactory.getLogger(MarkExamples.class);
    private static final int MOST = 3;
    /** Pixels around the mark, so that its place can be told. */
    private static final int MARGIN = 48;

    private final Undoing undoing;

    MarkExamples(Undoing undoing) {
        this.undoing = undoing;
    }

    /**
     * Up to {@value #MOST} examples, of the first pictures in which the mark is found.
     *
     * @param upright what the pictures show
     */
    List<Example> of(Profile profile, List<NewsImage> images, List<Pixels> upright, TaskMonitor monitor) {
        KeptProfile asKept = new KeptProfile(
                "",
                "to be kept",
                List.of(profile.owner().source()),
                true,
                "",
                profile,
                new Stamp(0, Instant.EPOCH, ""));
        List<Example> examples = new ArrayList<>();
        try {
            for (int i = 0; i < images.size() && examples.size() < MOST; i++) {
                example(asKept, images.get(i), upright.get(i), monitor).ifPresent(examples::add);
            }
        } catch (CleanplateException e) {
            LOG.warn("A new mark of {} has fewer examples: {}", profile.owner().source(), e.getMessage());
        }
        return examples;
    }

    private Optional<Example> example(KeptProfile profile, NewsImage image, Pixels upright, TaskMonitor monitor) {
        return undoing.surest(List.of(profile), upright, monitor).map(proposal -> {
            Rect area = proposal.mask().bounds().grow(MARGIN).intersect(upright.bounds());
            return new Example(
                    image,
                    crop(upright, area),
                    crop(proposal.result(), area),
                    proposal.confidence().value());
        });
    }

    private static Pixels crop(Pixels pixels, Rect area) {
        return new Pixels(area.width(), area.height(), pixels.channels(), pixels.depth(), pixels.cut(area), null);
    }
}
