package io.cleanplate.batch;

import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.InpaintResult.PassSize;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a batch does to each of its pictures between reading and storing them. Thread-safe. */
public interface CleaningStep {
    /**
     * The files beside the picture that are read for it; no output may replace them.
     *
     * @throws io.cleanplate.error.InputException when one that is needed is not there
     */
    List<Path> needs(Source source);

    /**
     * Cleans a picture; blocks until it is done.
     *
     * @param picture in stored order
     * @param monitor is asked whether to stop
     * @throws io.cleanplate.error.CleanplateException when this picture cannot be cleaned
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    Result clean(Source source, Picture picture, TaskMonitor monitor);

    /** What came of a picture. */
    sealed interface Result {}

    /**
     * A picture to store.
     *
     * @param pixels in stored order
     * @param passes the crops that went through the model
     * @param inferenceNanos time spent in the model
     * @param confidence how sure it is that the picture is right, 0 to 1; null where that is not known
     * @param notices one sentence for each thing to know
     */
    record Cleaned(
            Pixels pixels,
            List<PassSize> passes,
            long inferenceNanos,
            @Nullable Double confidence,
            List<String> notices)
            implements Result {
        /** Keeps copies of the lists. */
        public Cleaned {
            passes = List.copyOf(passes);
            notices = List.copyOf(notices);
        }

        static Cleaned of(InpaintResult result, @Nullable Double confidence) {
            return new Cleaned(result.pixels(), result.passes(), result.inferenceNanos(), confidence, result.notices());
        }
    }

    /**
     * A picture better not touched.
     *
     * @param why one sentence
     */
    record LeftAlone(String why) implements Result {}
}
