package io.cleanplate.cli;

import io.cleanplate.batch.BatchJob;
import io.cleanplate.batch.Existing;
import io.cleanplate.batch.OutputNames;
import io.cleanplate.batch.SourceFinder.Found;
import io.cleanplate.error.InputException;
import io.cleanplate.imaging.OutputOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of verbs that write many pictures, read and checked. */
final class BatchFlags {
    @Mixin
    private InputFlags input = new InputFlags();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "OUT",
            description = "Where to write: a file for one picture, else a folder.")
    private String output = "";

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

    /** Which pictures are read. */
    InputFlags input() {
        return input;
    }

    /** Where to write what became of each picture; null for nowhere. */
    @Nullable
    Path report() {
        return report;
    }

    /**
     * The job that is asked for.
     *
     * @param inputs pictures and folders
     * @param excluded what is no picture to clean although it lies among them
     * @throws InputException when the flags contradict each other or what is on the disk
     */
    BatchJob job(List<Path> inputs, List<Path> excluded, Console console) {
        if (overwrite && resume) {
            throw new InputException("--overwrite and --resume exclude each other: leave one.");
        }
        Path target = Words.path("--output", output);
        Found found = input.find(inputs, with(target, excluded), console);
        checkReport();
        OutputNames names = new OutputNames(target, isFolder(target, inputs, found));
        OutputOptions encoding =
                new OutputOptions(Words.format(format, names.folder() ? null : target), Words.quality(quality));
        Existing existing = overwrite ? Existing.OVERWRITE : resume ? Existing.SKIP : Existing.REFUSE;
        return new BatchJob(found.sources(), names, existing, encoding);
    }

    private static List<Path> with(Path target, List<Path> excluded) {
        return Stream.concat(Stream.of(target), excluded.stream()).toList();
    }

    /** A folder when it is one, is written like one, or has to hold several pictures. */
    private boolean isFolder(Path target, List<Path> inputs, Found found) {
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
