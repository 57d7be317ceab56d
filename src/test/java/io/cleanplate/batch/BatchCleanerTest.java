package io.cleanplate.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.batch.Outcome.Status;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.InpaintResult.PassSize;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCleanerTest {
    private static final InpaintOptions OPTIONS = new InpaintOptions(Strategy.AUTO, 64, 0);
    private static final OutputOptions SAME = new OutputOptions(null, null);

    @TempDir
    private Path folder;

    private Path photos;
    private Path mask;
    private Path masks;
    private Path out;

    @BeforeEach
    void makeFolders() throws IOException {
        photos = Files.createDirectories(folder.resolve("photos"));
        out = folder.resolve("out");
        mask = folder.resolve("mask.png");
        masks = mask;
        writeGrey(mask, 40, 30, (x, y) -> x < 10);
    }

    @Test
    void everyPictureIsCleanedUnderItsOwnNameAndTheOriginalsStay() throws IOException {
        Path a = photo("a.png");
        Path b = photo("sub/b.PNG");
        byte[] before = Files.readAllBytes(a);

        List<Outcome> outcomes = clean(Existing.REFUSE, a, b);

        assertThat(outcomes).extracting(Outcome::status).containsExactly(Status.DONE, Status.DONE);
        assertThat(read(out.resolve("a.png")).sample(5, 5, 0)).isEqualTo(255);
        assertThat(read(out.resolve("a.png")).sample(20, 5, 0)).isEqualTo(40);
        assertThat(out.resolve("sub/b.PNG")).exists();
        assertThat(a).hasBinaryContent(before);
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        Path bad = photos.resolve("bad.jpg");
        Files.writeString(bad, "no picture");
        Path missing = photos.resolve("missing.jpg");
        Path good = photo("good.png");

        List<Outcome> outcomes = clean(Existing.REFUSE, bad, missing, good);

        assertThat(outcomes).extracting(Outcome::status).containsExactly(Status.FAILED, Status.FAILED, Status.DONE);
        assertThat(outcomes.getFirst().error()).contains("bad.jpg");
        assertThat(outcomes.get(1).error()).contains("missing.jpg");
    }

    @Test
    void aFaultOfOurOwnIsOnePicturesFailureWithACode() throws IOException {
        Path a = photo("a.png");
        Inpainter broken = inpainter((pixels, m) -> {
            throw new IllegalStateException("planted");
        });

        List<Outcome> outcomes = clean(broken, job(Existing.REFUSE, a), TaskMonitor.NONE);

        assertThat(outcomes.getFirst().status()).isEqualTo(Status.FAILED);
        assertThat(outcomes.getFirst().error()).contains("code ").doesNotContain("planted");
    }

    @Test
    void anOutputThatIsThereIsNotReplaced() throws IOException {
        Path a = photo("a.png");
        Files.createDirectories(out);
        Files.writeString(out.resolve("a.png"), "mine");

        List<Outcome> outcomes = clean(Existing.REFUSE, a);

        assertThat(outcomes.getFirst().status()).isEqualTo(Status.FAILED);
        assertThat(outcomes.getFirst().error()).contains("--overwrite").contains("--resume");
        assertThat(out.resolve("a.png")).hasContent("mine");
    }

    @Test
    void overwritingReplacesAnOutput() throws IOException {
        Path a = photo("a.png");
        Files.createDirectories(out);
        Files.writeString(out.resolve("a.png"), "old");

        clean(Existing.OVERWRITE, a);

        assertThat(read(out.resolve("a.png")).sample(5, 5, 0)).isEqualTo(255);
    }

    @Test
    void resumingTakesAnOutputAsDone() throws IOException {
        Path a = photo("a.png");
        Path b = photo("b.png");
        Files.createDirectories(out);
        Files.writeString(out.resolve("a.png"), "whole");

        List<Outcome> outcomes = clean(Existing.SKIP, a, b);

        assertThat(outcomes).extracting(Outcome::status).containsExactly(Status.SKIPPED, Status.DONE);
        assertThat(out.resolve("a.png")).hasContent("whole");
    }

    @Test
    void anOriginalIsNeverOverwrittenWhateverIsAskedFor() throws IOException {
        Path a = photo("a.png");
        byte[] before = Files.readAllBytes(a);
        Path link = Files.createSymbolicLink(folder.resolve("link"), photos);

        List<Outcome> outcomes = clean(
                inpainter(BatchCleanerTest::whiten),
                new BatchJob(
                        List.of(new Source(a, Path.of("a.png"))),
                        new OutputNames(link, true),
                        Existing.OVERWRITE,
                        SAME),
                TaskMonitor.NONE);

        assertThat(outcomes.getFirst().error()).contains("never overwritten");
        assertThat(a).hasBinaryContent(before);
    }

    @Test
    void theMaskIsNeverOverwrittenEither() throws IOException {
        Path a = photo("a.png");
        byte[] before = Files.readAllBytes(mask);

        List<Outcome> outcomes = clean(
                inpainter(BatchCleanerTest::whiten),
                new BatchJob(
                        List.of(new Source(a, Path.of("a.png"))),
                        new OutputNames(mask, false),
                        Existing.OVERWRITE,
                        SAME),
                TaskMonitor.NONE);

        assertThat(outcomes.getFirst().error()).contains("never overwritten");
        assertThat(mask).hasBinaryContent(before);
    }

    @Test
    void twoPicturesWithOneOutputAreTold() throws IOException {
        Path a = photo("a.png");
        Path other = photo("other/a.png");

        List<Outcome> outcomes = clean(
                inpainter(BatchCleanerTest::whiten),
                new BatchJob(
                        List.of(new Source(a, Path.of("a.png")), new Source(other, Path.of("a.png"))),
                        new OutputNames(out, true),
                        Existing.OVERWRITE,
                        SAME),
                TaskMonitor.NONE);

        assertThat(outcomes).extracting(Outcome::status).containsExactly(Status.DONE, Status.FAILED);
        assertThat(outcomes.get(1).error()).contains("output of").contains("another folder");
    }

    @Test
    void aMaskOfAnotherSizeIsRefusedWithBothSizes() throws IOException {
        Path a = photo("a.png");
        writeGrey(mask, 30, 40, (x, y) -> true);

        List<Outcome> outcomes = clean(Existing.REFUSE, a);

        assertThat(outcomes.getFirst().error()).contains("30 x 40").contains("40 x 30");
        assertThat(out.resolve("a.png")).doesNotExist();
    }

    @Test
    void aMaskIsDrawnOverThePictureAsItIsSeen() throws IOException {
        // Stored 40 x 30, to be turned by 90 degrees: seen 30 x 40, its top edge is the stored left edge.
        Metadata turned = new Metadata(null, null, null, null, null, Orientation.TURN_90);
        Path a = photos.resolve("turned.jpg");
        write(a, new Picture(flat(), turned, new Encoding(Format.JPEG, null, false), List.of()), Format.JPEG);
        writeGrey(mask, 30, 40, (x, y) -> y < 10);

        clean(Existing.REFUSE, a);

        Pixels result = read(out.resolve("turned.jpg"));
        assertThat(result.sample(4, 25, 0)).isGreaterThan(240);
        assertThat(result.sample(30, 4, 0)).isLessThan(60);
    }

    @Test
    void eachPictureFindsTheMaskOfItsName() throws IOException {
        Path a = photo("a.png");
        Path b = photo("b.png");
        masks = Files.createDirectories(folder.resolve("masks"));
        writeGrey(masks.resolve("a.png"), 40, 30, (x, y) -> y < 5);

        List<Outcome> outcomes = clean(
                inpainter(BatchCleanerTest::whiten),
                new BatchJob(
                        List.of(new Source(a, Path.of("a.png")), new Source(b, Path.of("b.png"))),
                        new OutputNames(out, true),
                        Existing.REFUSE,
                        SAME),
                TaskMonitor.NONE);

        assertThat(read(out.resolve("a.png")).sample(30, 2, 0)).isEqualTo(255);
        assertThat(outcomes.get(1).error()).contains("no mask for b.png");
    }

    @Test
    void cancellingFinishesWhatIsBehindTheModelAndLeavesTheRest() throws IOException {
        Path a = photo("a.png");
        Path b = photo("b.png");
        Path c = photo("c.png");
        Cancellation cancellation = new Cancellation();
        Inpainter cancelling = inpainter((pixels, m) -> {
            cancellation.cancel();
            return whiten(pixels, m);
        });

        List<Outcome> outcomes = clean(cancelling, job(Existing.REFUSE, a, b, c), cancellation);

        assertThat(outcomes)
                .extracting(Outcome::status)
                .containsExactly(Status.DONE, Status.NOT_BEGUN, Status.NOT_BEGUN);
        assertThat(out.resolve("a.png")).exists();
        assertThat(out.resolve("b.png")).doesNotExist();
    }

    @Test
    void theListenerHearsOfEveryPictureOnce() throws IOException {
        List<Path> photos = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            photos.add(photo(i + ".png"));
        }
        List<Path> heard = new ArrayList<>();

        new BatchCleaner(reader(), new PictureWriter(), step(inpainter(BatchCleanerTest::whiten)), 4)
                .clean(
                        job(Existing.REFUSE, photos.toArray(Path[]::new)),
                        outcome -> heard.add(outcome.input()),
                        TaskMonitor.NONE);

        assertThat(heard).containsExactlyInAnyOrderElementsOf(photos);
    }

    private List<Outcome> clean(Existing existing, Path... photos) {
        return clean(inpainter(BatchCleanerTest::whiten), job(existing, photos), TaskMonitor.NONE);
    }

    private List<Outcome> clean(Inpainter inpainter, BatchJob job, TaskMonitor monitor) {
        return new BatchCleaner(reader(), new PictureWriter(), step(inpainter), 1).clean(job, outcome -> {}, monitor);
    }

    private CleaningStep step(Inpainter inpainter) {
        return new MaskStep(new MaskFinder(masks), reader(), inpainter, OPTIONS);
    }

    private BatchJob job(Existing existing, Path... files) {
        return new BatchJob(
                Arrays.stream(files)
                        .map(file -> new Source(file, photos.relativize(file)))
                        .toList(),
                new OutputNames(out, true),
                existing,
                SAME);
    }

    private Path photo(String name) throws IOException {
        Path file = photos.resolve(name);
        Files.createDirectories(file.getParent());
        write(file, new Picture(flat(), Metadata.NONE, new Encoding(Format.PNG, null, true), List.of()), Format.PNG);
        return file;
    }

    private static Pixels flat() {
        byte[] color = new byte[40 * 30 * 3];
        Arrays.fill(color, (byte) 40);
        return new Pixels(40, 30, 3, 8, color, null);
    }

    @FunctionalInterface
    private interface Where {
        boolean masked(int x, int y);
    }

    private static void writeGrey(Path file, int width, int height, Where where) {
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = where.masked(i % width, i / width) ? (byte) 255 : 0;
        }
        Pixels pixels = new Pixels(width, height, 1, 8, grey, null);
        write(file, new Picture(pixels, Metadata.NONE, new Encoding(Format.PNG, null, true), List.of()), Format.PNG);
    }

    private static void write(Path file, Picture picture, Format format) {
        OutputOptions options = new OutputOptions(format, null);
        new AtomicFile()
                .write(file, new PictureWriter().encode(picture, options).bytes(), true);
    }

    private static Pixels read(Path file) {
        return reader().read(file).pixels();
    }

    private static PictureReader reader() {
        return new PictureReader(Limits.DEFAULT);
    }

    @FunctionalInterface
    private interface Removal {
        Pixels remove(Pixels pixels, Mask mask);
    }

    private static Pixels whiten(Pixels pixels, Mask mask) {
        byte[] color = pixels.color().clone();
        for (int i = 0; i < color.length; i++) {
            int pixel = i / pixels.channels();
            if (mask.get(pixel % pixels.width(), pixel / pixels.width())) {
                color[i] = (byte) 255;
            }
        }
        return pixels.withColor(color);
    }

    private static Inpainter inpainter(Removal removal) {
        return new Inpainter() {
            @Override
            public InpaintResult inpaint(Pixels pixels, Mask mask, InpaintOptions options, TaskMonitor monitor) {
                return new InpaintResult(
                        removal.remove(pixels, mask),
                        List.of(new PassSize(pixels.width(), pixels.height())),
                        1_000_000,
                        Device.CPU,
                        List.of());
            }

            @Override
            public void close() {}
        };
    }
}
