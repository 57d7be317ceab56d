package io.cleanplate.app;

import io.cleanplate.demo.DemoMarks;
import io.cleanplate.demo.DrawnMark;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.util.List;

/** Shows on a bundled photograph what the program does: draws a mark over it, paints over the mark, removes it. */
public final class Demo {
    private final Application application;

    /** For this application, into its data folder. */
    public Demo(Application application) {
        this.application = application;
    }

    /**
     * What was done.
     *
     * @param before the photograph with the mark
     * @param mask what was painted
     * @param after the photograph without the mark
     * @param seconds how long removing took
     * @param model which model did it
     * @param device where
     * @param notices what to know about the choice of model and device
     */
    public record Shown(
            Path before, Path mask, Path after, double seconds, String model, String device, List<String> notices) {}

    /** Does it all anew; files of an earlier demonstration are replaced. */
    public Shown show() {
        Path folder = application.settings().dataFolder().resolve("demo");
        new AtomicFile().makeFolder(folder);
        Pixels photo = new DemoMarks().sample("coffee").pixels();
        DrawnMark mark = DrawnMark.bottomRight("NEWS AGENCY", photo, 34, DrawnMark.Ink.white(0.5));
        Pixels marked = mark.over(photo);
        Mask mask = mark.painted(photo.width(), photo.height(), 3);
        Path before = write(folder.resolve("before.png"), marked);
        Path painted =
                write(folder.resolve("mask.png"), new Pixels(mask.width(), mask.height(), 1, 8, mask.toGrey(), null));
        try (Engine engine = application.openEngine(
                application.settings().model(), application.settings().device())) {
            InpaintOptions options = new InpaintOptions(Strategy.AUTO, engine.margin(), InpaintOptions.DEFAULT_FEATHER);
            long start = System.nanoTime();
            InpaintResult result = engine.inpainter().inpaint(marked, mask, options, TaskMonitor.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            Path after = write(folder.resolve("after.png"), result.pixels());
            return new Shown(
                    before,
                    painted,
                    after,
                    seconds,
                    engine.model(),
                    engine.device().toString(),
                    engine.notices());
        }
    }

    private static Path write(Path file, Pixels pixels) {
        Picture picture = new Picture(pixels, Metadata.NONE, new Encoding(Format.PNG, null, true), List.of());
        OutputOptions options = new OutputOptions(Format.PNG, null);
        new AtomicFile()
                .write(file, new PictureWriter().encode(picture, options).bytes(), true);
        return file;
    }
}
