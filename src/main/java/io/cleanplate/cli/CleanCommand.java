package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Engine;
import io.cleanplate.batch.BatchJob;
import io.cleanplate.batch.MaskFinder;
import io.cleanplate.batch.MaskStep;
import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.Settings;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.plan.Strategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleanplate clean}: takes the marks out of picture files. */
@Command(
        name = "clean",
        description = "Removes what a mask covers from pictures.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  One picture:",
            "    cleanplate clean photo.jpg --mask mask.png --output photo-clean.jpg",
            "  A folder of pictures of one size, the mark at the same place in all:",
            "    cleanplate clean photos/ --mask mask.png --output cleaned/",
            "  A mask for each picture (masks/a.png for photos/a.jpg), going on after a stop:",
            "    cleanplate clean photos/ --recursive --mask masks/ --output cleaned/ --resume --report report.json",
            "",
            "Exit codes: 0 all done, 2 bad usage, 3 some failed, 4 something needed is not there, 130 stopped by Ctrl+C."
        })
final class CleanCommand implements Callable<ExitCode> {
    private final Application application;
    private final Console console;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Picture files, or folders of them.")
    private List<Path> inputs = new ArrayList<>();

    @Mixin
    private BatchFlags flags = new BatchFlags();

    @Option(
            names = "--mask",
            required = true,
            paramLabel = "MASK",
            description = "A picture, drawn over the upright photograph, in which what is to be removed is light;"
                    + " or a folder of such pictures named like the photographs.")
    private Path mask = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "auto, lama or see-through. Default: CLEANPLATE_MODEL, else auto.")
    private @Nullable String model;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "auto, cpu, cuda or cuda:N. Default: CLEANPLATE_DEVICE, else auto.")
    private @Nullable String device;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "Which crops the model sees: auto; original (the whole picture at once);"
                    + " crop (one for each piece of the mask, as IOPaint does). Default: auto.")
    private String strategy = "auto";

    @Option(
            names = "--margin",
            paramLabel = "PIXELS",
            description = "Surroundings that the model sees around the mask, 0 to 512, for auto."
                    + " Default: what suits the model, 64 for see-through and 128 for lama.")
    private @Nullable Integer margin;

    @Option(
            names = "--feather",
            paramLabel = "PIXELS",
            description = "Width of the soft edge inside the mask, 0 to 3. Default: 1.")
    private int feather = InpaintOptions.DEFAULT_FEATHER;

    CleanCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        PictureReader reader = flags.input().reader();
        Strategy chosen = Words.strategy(strategy);
        BatchJob job = flags.job(inputs, List.of(mask), console);
        String modelName = model == null ? application.settings().model() : Settings.model("--model", model);
        DeviceChoice deviceChoice =
                device == null ? application.settings().device() : DeviceChoice.parse("--device", device);
        MaskFinder masks = new MaskFinder(mask);
        new InpaintOptions(chosen, margin == null ? 0 : margin, feather);
        try (Interruption interruption = new Interruption();
                Engine engine = application.openEngine(modelName, deviceChoice)) {
            engine.notices().forEach(console.err()::println);
            InpaintOptions options = new InpaintOptions(chosen, margin == null ? engine.margin() : margin, feather);
            MaskStep step = new MaskStep(masks, reader, engine.inpainter(), options);
            return new BatchRun(application, console).run(job, flags, step, engine, interruption);
        }
    }
}
