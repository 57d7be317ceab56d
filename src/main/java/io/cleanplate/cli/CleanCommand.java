package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Engine;
import io.cleanplate.batch.BatchCleaner;
import io.cleanplate.batch.BatchJob;
import io.cleanplate.batch.BatchReport;
import io.cleanplate.batch.Existing;
import io.cleanplate.batch.MaskFinder;
import io.cleanplate.batch.Outcome;
import io.cleanplate.batch.Outcome.Status;
import io.cleanplate.batch.OutputNames;
import io.cleanplate.batch.SourceFinder;
import io.cleanplate.batch.SourceFinder.Found;
import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.Settings;
import io.cleanplate.error.InputException;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.task.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--mask",
            required = true,
            paramLabel = "MASK",
            description = "A picture, drawn over the upright photograph, in which what is to be removed is light;"
                    + " or a folder of such pictures named like the photographs.")
    private Path mask = Path.of("");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "OUT",
            description = "Where to write: a file for one picture, else a folder.")
    private String output = "";

    @Option(names = "--recursive", description = "Search folders in folders too.")
    private boolean recursive;

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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "same, jpeg, png, webp or tiff. Default: what the name of OUT says, else same.")
    private @Nullable String format;

    @Option(
            names = "--quality",
            paramLabel = "QUALITY",
            defaultValue = "same",
            description = "same, or 1 to 100 for JPEG and WebP. Default: same.")
    private String quality = "same";

    @Option(names = "--overwrite", description = "Replace outputs that are there. Originals are never replaced.")
    private boolean overwrite;

    @Option(names = "--resume", description = "Take pictures whose output is there as done.")
    private boolean resume;

    @Option(names = "--report", paramLabel = "FILE.json", description = "Write what became of each picture.")
    private @Nullable Path report;

    @Option(
            names = "--max-pixels",
            paramLabel = "MP",
            description = "Refuse pictures of more megapixels. Default: 150.")
    private long maxMegapixels = Limits.DEFAULT.maxPixels() / 1_000_000;

    @Option(names = "--max-file-size", paramLabel = "MB", description = "Refuse larger files. Default: 200.")
    private long maxMegabytes = Limits.DEFAULT.maxFileBytes() / 1_000_000;

    CleanCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        PictureReader reader = new PictureReader(limits());
        Strategy chosen = Words.strategy(strategy);
        if (overwrite && resume) {
            throw new InputException("--overwrite and --resume exclude each other: leave one.");
        }
        Path target = Words.path("--output", output);
        Found found = found(target);
        checkReport();
        OutputNames names = new OutputNames(target, isFolder(target, found));
        OutputOptions encoding =
                new OutputOptions(Words.format(format, names.folder() ? null : target), Words.quality(quality));
        String modelName = model == null ? application.settings().model() : Settings.model("--model", model);
        DeviceChoice deviceChoice =
                device == null ? application.settings().device() : DeviceChoice.parse("--device", device);
        MaskFinder masks = new MaskFinder(mask);
        new InpaintOptions(chosen, margin == null ? 0 : margin, feather);
        try (Interruption interruption = new Interruption();
                Engine engine = application.openEngine(modelName, deviceChoice)) {
            engine.notices().forEach(console.err()::println);
            BatchJob job = new BatchJob(
                    found.sources(),
                    masks,
                    names,
                    overwrite ? Existing.OVERWRITE : resume ? Existing.SKIP : Existing.REFUSE,
                    new InpaintOptions(chosen, margin == null ? engine.margin() : margin, feather),
                    encoding);
            int sideBySide = Runtime.getRuntime().availableProcessors() + 2;
            BatchCleaner cleaner = new BatchCleaner(reader, new PictureWriter(), engine.inpainter(), sideBySide);
            return run(job, cleaner, engine, interruption);
        }
    }

    private ExitCode run(BatchJob job, BatchCleaner cleaner, Engine engine, Cancellation cancellation) {
        Instant started = application.clock().instant();
        BatchOutput shown = new BatchOutput(console, job.sources().size(), application.clock());
        List<Outcome> outcomes = cleaner.clean(job, shown, cancellation);
        BatchReport result = new BatchReport(
                new BatchReport.Run(
                        Version.current(),
                        engine.model(),
                        engine.device().toString(),
                        started,
                        application.clock().instant()),
                outcomes);
        shown.summary(result);
        if (report != null) {
            new AtomicFile().write(report, result.toJson(), true);
        }
        if (result.count(Status.NOT_BEGUN) > 0) {
            return ExitCode.INTERRUPTED;
        }
        return result.count(Status.FAILED) > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private Limits limits() {
        if (maxMegapixels < 1 || maxMegabytes < 1) {
            throw new InputException("--max-pixels and --max-file-size are whole numbers from 1.");
        }
        return new Limits(maxMegapixels * 1_000_000, maxMegabytes * 1_000_000);
    }

    private Found found(Path target) {
        Found found = new SourceFinder(recursive, List.of(target, mask)).find(inputs);
        if (found.sources().isEmpty()) {
            throw new InputException("There is no picture in " + inputs.getFirst()
                    + (recursive ? "" : " itself; --recursive searches the folders in it too")
                    + ": pictures are files that end in jpg, png, webp, tif, bmp or gif.");
        }
        if (found.passedOver() > 0) {
            console.err().println(found.passedOver() + " files that are no pictures by name were passed over.");
        }
        return found;
    }

    /** A folder when it is one, is written like one, or has to hold several pictures. */
    private boolean isFolder(Path target, Found found) {
        return Files.isDirectory(target)
                || output.endsWith("/")
                || output.endsWith(target.getFileSystem().getSeparator())
                || found.sources().size() > 1
                || inputs.stream().anyMatch(Files::isDirectory);
    }

    private void checkReport() {
        if (report == null) {
            return;
        }
        if (!String.valueOf(report.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw new InputException("--report is '" + report + "': accepted is a file that ends in .json.");
        }
        Path folder = report.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(report)) {
            throw new InputException("--report is '" + report + "': accepted is a file in a folder that is there.");
        }
    }
}
