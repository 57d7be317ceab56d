package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.batch.Source;
import io.cleanplate.batch.SourceFinder.Found;
import io.cleanplate.error.InputException;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.watermark.LearnOptions;
import io.cleanplate.watermark.LearningPictures;
import io.cleanplate.watermark.LearningPictures.Bounds;
import io.cleanplate.watermark.MarkLearner;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.ProfileFile;
import io.cleanplate.watermark.ProfileFiles;
import io.cleanplate.watermark.SourceLearner;
import io.cleanplate.watermark.SourceOutcome;
import io.cleanplate.watermark.SourceOutcome.LearnedMark;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleanplate watermark learn}. */
@Command(
        name = "learn",
        description = "Learns the mark that pictures of one source share, and writes it as a profile.",
        footer = "%nExit codes: 0 learned, 2 bad usage or no mark, 3 learned but some files could not be read.")
final class WatermarkLearnCommand implements Callable<ExitCode> {
    private final Application application;
    private final Console console;

    @Parameters(
            paramLabel = "PICTURES",
            arity = "1..*",
            description = "Different pictures of one source, or folders of them: at least 3, better 20.")
    private List<Path> inputs = new ArrayList<>();

    @Mixin
    private InputFlags flags = new InputFlags();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "PROFILE",
            description = "The file to write, such as meridian.mark.")
    private Path output = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The source's name. Default: the name of PROFILE without its ending.")
    private @Nullable String name;

    @Option(names = "--customer", paramLabel = "ID", description = "The customer whose source it is. Default: none.")
    private String customer = "";

    @Option(
            names = "--at-most",
            paramLabel = "COUNT",
            description = "Learn from so many pictures, spread over what is there. Default: 60.")
    private int atMost = 60;

    @Option(names = "--overwrite", description = "Replace a profile that is there.")
    private boolean overwrite;

    WatermarkLearnCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        PictureReader reader = flags.reader();
        checkOutput();
        Found found = flags.find(inputs, List.of(output), console);
        try (Interruption interruption = new Interruption()) {
            LearningPictures pictures = read(found, reader, interruption);
            LearnOptions options = new LearnOptions(
                    new Owner(customer, name == null ? stem(output) : name),
                    application.clock().instant());
            SourceOutcome outcome = new SourceLearner().learn(pictures.pixels(), options, interruption);
            if (outcome.marks().isEmpty()) {
                throw new InputException(outcome.says());
            }
            if (outcome.marks().size() > 1) {
                tell(outcome.marks(), pictures);
                throw new InputException(outcome.says() + " Learn from those of each apart.");
            }
            tell(outcome.marks().getFirst(), pictures);
            return pictures.problems().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }

    /** Before minutes are spent. */
    private void checkOutput() {
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(output)) {
            throw new InputException("--output is '" + output + "': accepted is a file in a folder that is there.");
        }
        if (!String.valueOf(output.getFileName()).endsWith(ProfileFiles.ENDING)) {
            throw new InputException(
                    "--output is '" + output + "': accepted is a file that ends in " + ProfileFiles.ENDING + ".");
        }
        if (!overwrite && Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException(output + " is there already: --overwrite replaces it.");
        }
        if (atMost < MarkLearner.FEWEST) {
            throw new InputException(
                    "--at-most is " + atMost + ": accepted are whole numbers from " + MarkLearner.FEWEST + ".");
        }
    }

    private LearningPictures read(Found found, PictureReader reader, Interruption interruption) {
        List<Path> files = found.sources().stream().map(Source::file).toList();
        Bounds bounds = new Bounds(atMost, Runtime.getRuntime().maxMemory() / 3);
        LearningPictures pictures = LearningPictures.read(files, reader, bounds, interruption);
        pictures.problems().forEach(problem -> console.err().println("failed: " + problem));
        if (pictures.left() > 0) {
            console.err()
                    .println(pictures.left() + " pictures were not looked at: " + atMost
                            + " are enough, or memory did not suffice for more.");
        }
        return pictures;
    }

    private void tell(LearnedMark learned, LearningPictures pictures) {
        ProfileFile written = new ProfileFile(output, learned.profile());
        new ProfileFiles().write(written, overwrite);
        for (int i = 0; i < pictures.files().size(); i++) {
            if (!learned.used().contains(i)) {
                console.err().println("without the mark: " + pictures.files().get(i));
            }
        }
        console.out().println("Learned " + output + ":");
        new MarkWords(written.profile()).lines().forEach(console.out()::println);
    }

    private void tell(List<LearnedMark> marks, LearningPictures pictures) {
        for (int mark = 0; mark < marks.size(); mark++) {
            for (int i : marks.get(mark).used()) {
                console.err()
                        .println("mark " + (mark + 1) + ": " + pictures.files().get(i));
            }
        }
    }

    private static String stem(Path file) {
        String whole = String.valueOf(file.getFileName());
        return whole.substring(0, whole.length() - ProfileFiles.ENDING.length());
    }
}
