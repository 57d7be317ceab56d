package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Engine;
import io.cleanplate.batch.BatchJob;
import io.cleanplate.batch.ProfileStep;
import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.Settings;
import io.cleanplate.error.InputException;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.watermark.ProfileFiles;
import io.cleanplate.watermark.ProfileShelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleanplate watermark apply}. */
@Command(
        name = "apply",
        description = "Removes a learned mark from pictures. Those in which it is not found, or that would not come out"
                + " well, are left alone and listed.",
        footer =
                "%nExit codes: 0 all done, 2 bad usage, 3 some failed or were left alone, 4 something needed is not there,"
                        + " 130 stopped by Ctrl+C.")
final class WatermarkApplyCommand implements Callable<ExitCode> {
    private final Application application;
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "PROFILE",
            description = "A profile's file, or a folder of them: the one that fits a picture best is taken.")
    private Path profiles = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "INPUT",
            arity = "1..*",
            description = "Picture files, or folders of them.")
    private List<Path> inputs = new ArrayList<>();

    @Mixin
    private BatchFlags flags = new BatchFlags();

    @Option(
            names = "--min-confidence",
            paramLabel = "0..1",
            description = "Leave pictures alone of which it is less sure that they come out well. Default: 0.8.")
    private double minConfidence = 0.8;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "see-through",
            description =
                    "What fills the pixels that cannot be undone: auto, lama or see-through. Default: see-through.")
    private String model = "see-through";

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "auto, cpu, cuda or cuda:N. Default: CLEANPLATE_DEVICE, else auto.")
    private @Nullable String device;

    WatermarkApplyCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new InputException("--min-confidence is " + minConfidence + ": accepted are numbers from 0 to 1.");
        }
        flags.input().reader();
        String modelName = Settings.model("--model", model);
        DeviceChoice choice = device == null ? application.settings().device() : DeviceChoice.parse("--device", device);
        ProfileFiles.Read read = new ProfileFiles().readAll(List.of(profiles));
        read.problems().forEach(problem -> console.err().println("failed: " + problem));
        BatchJob job = flags.job(inputs, List.of(), console);
        try (Interruption interruption = new Interruption();
                Engine engine = application.openEngine(modelName, choice)) {
            engine.notices().forEach(console.err()::println);
            // No feather: it would blend with the mark, which still is where nothing could be undone.
            InpaintOptions options = new InpaintOptions(Strategy.AUTO, engine.margin(), 0);
            ProfileStep step =
                    new ProfileStep(new ProfileShelf(read.profiles()), minConfidence, engine.inpainter(), options);
            return new BatchRun(application, console).run(job, flags, step, engine, interruption);
        }
    }
}
