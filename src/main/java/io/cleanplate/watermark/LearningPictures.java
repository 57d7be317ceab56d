package io.cleanplate.watermark;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures read for learning, upright.
 *
 * @param files those that were read
 * @param pixels what they show, in the same order
 * @param problems one sentence for each that could not be read
 * @param left how many were not looked at, since enough were read
 */
public record LearningPictures(List<Path> files, List<Pixels> pixels, List<String> problems, int left) {
    /** Keeps copies of the lists. */
    public LearningPictures {
        files = List.copyOf(files);
        pixels = List.copyOf(pixels);
        problems = List.copyOf(problems);
    }

    /**
     * How much is read.
     *
     * @param pictures at most so many, spread evenly over what there is
     * @param bytes no further picture once so many bytes of samples are in memory
     */
    public record Bounds(int pictures, long bytes) {}

    /**
     * Reads pictures. One bad file does not stop the others.
     *
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    public static LearningPictures read(List<Path> from, PictureReader reader, Bounds bounds, TaskMonitor monitor) {
        List<Path> files = new ArrayList<>();
        List<Pixels> pixels = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int count = Math.min(from.size(), bounds.pictures());
        long bytes = 0;
        int read = 0;
        for (; read < count && bytes < bounds.bytes(); read++) {
            monitor.progress(read, count);
            monitor.checkCancelled();
            Path file = from.get((int) ((long) read * from.size() / count));
            try {
                Picture picture = reader.read(file);
                Pixels upright = picture.upright();
                pixels.add(upright);
                files.add(file);
                bytes += upright.color().length;
            } catch (CleanplateException e) {
                problems.add(e.getMessage());
            }
        }
        return new LearningPictures(files, pixels, problems, from.size() - read);
    }
}
