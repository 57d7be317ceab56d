package io.cleanplate.batch;

import io.cleanplate.inpaint.InpaintResult.PassSize;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one picture.
 *
 * @param input the picture's file
 * @param output where the cleaned picture lies, or null when it was not written
 * @param status how far it came
 * @param work what it took, or null when it was not done
 * @param notices one sentence for each thing to know, such as what the format could not keep
 * @param error the sentence that says why it failed or was left alone, or null
 */
public record Outcome(
        Path input,
        @Nullable Path output,
        Status status,
        @Nullable Work work,
        List<String> notices,
        @Nullable String error) {
    /** Keeps a copy of the notices. */
    public Outcome {
        notices = List.copyOf(notices);
    }

    /** How far a picture came. */
    public enum Status {
        /** The cleaned picture is on disk. */
        DONE,
        /** It was on disk already. */
        SKIPPED,
        /** It was read and better not touched; the error says why. */
        LEFT_ALONE,
        /** See the error. */
        FAILED,
        /** The batch was stopped before. */
        NOT_BEGUN
    }

    /**
     * What it took to clean a picture.
     *
     * @param width columns of the picture
     * @param height rows of the picture
     * @param passes the crops that went through the model
     * @param confidence how sure it is that the result is right, 0 to 1, or null where that is not known
     * @param millis how long each step took
     */
    public record Work(
            int width,
            int height,
            List<PassSize> passes,
            @Nullable Double confidence,
            Millis millis) {
        /**
         * Milliseconds.
         *
         * @param decode reading and decoding the picture
         * @param inference in the model, without waiting for it
         * @param encode encoding
         * @param write writing to disk
         */
        public record Millis(double decode, double inference, double encode, double write) {}

        /** Keeps a copy of the list. */
        public Work {
            passes = List.copyOf(passes);
        }
    }
}
