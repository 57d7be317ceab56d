package io.cleanplate.cli;

import io.cleanplate.batch.SourceFinder;
import io.cleanplate.batch.SourceFinder.Found;
import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags of verbs that read many pictures. */
final class InputFlags {
    @Option(names = "--recursive", description = "Search folders in folders too.")
    private boolean recursive;

    @Option(
            names = "--max-pixels",
            paramLabel = "MP",
            description = "Refuse pictures of more megapixels. Default: 150.")
    private long maxMegapixels = Limits.DEFAULT.maxPixels() / 1_000_000;

    @Option(names = "--max-file-size", paramLabel = "MB", description = "Refuse larger files. Default: 200.")
    private long maxMegabytes = Limits.DEFAULT.maxFileBytes() / 1_000_000;

    /** Reads within the limits that were asked for. */
    PictureReader reader() {
        if (maxMegapixels < 1 || maxMegabytes < 1) {
            throw new InputException("--max-pixels and --max-file-size are whole numbers from 1.");
        }
        return new PictureReader(new Limits(maxMegapixels * 1_000_000, maxMegabytes * 1_000_000));
    }

    /**
     * The pictures in these places, at least one.
     *
     * @throws InputException when there is none
     */
    Found find(List<Path> inputs, List<Path> excluded, Console console) {
        Found found = new SourceFinder(recursive, excluded).find(inputs);
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
}
