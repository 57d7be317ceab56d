package io.cleanplate.cli;

import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileFiles;
import io.cleanplate.watermark.ProfileView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cleanplate watermark show}. */
@Command(
        name = "show",
        description = "Tells what a profile knows, and draws the mark's opacity and colour beside it:"
                + " PROFILE.opacity.png and PROFILE.colour.png.")
final class WatermarkShowCommand implements Callable<ExitCode> {
    private final Console console;

    @Parameters(paramLabel = "PROFILE", description = "A profile's file.")
    private Path file = Path.of("");

    WatermarkShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Profile profile = new ProfileFiles().read(file).profile();
        new MarkWords(profile).lines().forEach(console.out()::println);
        ProfileView view = new ProfileView(profile);
        draw("opacity", view.opacity());
        draw("colour", view.colour());
        return ExitCode.DONE;
    }

    private void draw(String what, Pixels pixels) {
        Path target = file.resolveSibling(file.getFileName() + "." + what + ".png");
        Picture picture = new Picture(pixels, Metadata.NONE, new Encoding(Format.PNG, null, true), List.of());
        // The name is the profile's own, so that what may be replaced was drawn by this command before.
        new AtomicFile()
                .write(
                        target,
                        new PictureWriter().encode(picture, OutputOptions.SAME).bytes(),
                        true);
        console.out().println("drawn      " + target);
    }
}
