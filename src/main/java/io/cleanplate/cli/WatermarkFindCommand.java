package io.cleanplate.cli;

import io.cleanplate.batch.Source;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.Placement;
import io.cleanplate.watermark.ProfileFiles;
import io.cleanplate.watermark.ProfileShelf;
import io.cleanplate.watermark.ProfileShelf.Match;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleanplate watermark find}. */
@Command(
        name = "find",
        description = "Tells which learned marks are on pictures: where in the upright picture, and how sure that is.",
        footer = "%nExit codes: 0 all were looked at, 2 bad usage, 3 some files could not be read.")
final class WatermarkFindCommand implements Callable<ExitCode> {
    private final Console console;

    @Parameters(paramLabel = "PICTURE", arity = "1..*", description = "Picture files, or folders of them.")
    private List<Path> inputs = new ArrayList<>();

    @Mixin
    private InputFlags flags = new InputFlags();

    @Option(
            names = "--profiles",
            required = true,
            arity = "1",
            paramLabel = "PROFILES",
            description = "A profile's file, or a folder of them; may be given several times.")
    private List<Path> profiles = new ArrayList<>();

    WatermarkFindCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        PictureReader reader = flags.reader();
        ProfileFiles.Read read = new ProfileFiles().readAll(profiles);
        List<String> problems = new ArrayList<>(read.problems());
        ProfileShelf shelf = new ProfileShelf(read.profiles());
        try (Interruption interruption = new Interruption()) {
            for (Source source : flags.find(inputs, List.of(), console).sources()) {
                interruption.checkCancelled();
                try {
                    tell(source.file(), reader.read(source.file()), shelf);
                } catch (CleanplateException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        problems.forEach(problem -> console.err().println("failed: " + problem));
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void tell(Path file, Picture picture, ProfileShelf shelf) {
        Pixels upright = picture.upright();
        List<Match> matches = shelf.all(upright);
        if (matches.isEmpty()) {
            console.out().println(file + ": none of these marks");
        }
        for (Match match : matches) {
            Placement placed = match.found().placement();
            Rect area = match.profile().place().in(upright.width(), upright.height());
            int dx = (int) Math.rint(placed.dx());
            int dy = (int) Math.rint(placed.dy());
            Rect there = new Rect(area.left() + dx, area.top() + dy, area.right() + dx, area.bottom() + dy);
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: %s, %s, strength %.2f, sure %.2f",
                            file,
                            match.file(),
                            MarkWords.area(there),
                            placed.strength(),
                            match.found().score()));
        }
    }
}
